/// Changes a conversation message by message.
struct ConversationMutation: Mutation {
  /// Its messages are L2CAP's own.
  var isSignalling = false

  /// The longest message that is made.
  private static let longest = 1_100

  func change(_ input: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    var conversation = Conversation(input)
    guard !conversation.messages.isEmpty, !tools.random.once(in: 16) else { return tools.blind(input, limit) }
    for _ in 0...tools.random.below(2) where !conversation.messages.isEmpty {
      let place = tools.random.below(conversation.messages.count)
      switch tools.random.below(8) {
      case 0...1: ListMutation.rearrange(&conversation.messages, limit: limit / 4, &tools.random)
      case 2 where tools.random.once(in: 4): conversation.messages[place].isElsewhere.toggle()
      case 2 where tools.random.once(in: 3): conversation.messages[place].isReceived.toggle()
      default:
        MessageMutation(isSignalling: isSignalling).change(
          &conversation.messages[place].bytes, limit: Self.longest, with: &tools)
      }
    }
    return conversation.octets(limit: limit)
  }

  func cross(_ one: [UInt8], _ other: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    var conversation = Conversation()
    conversation.messages = ListMutation.splice(
      Conversation(one).messages, Conversation(other).messages, &tools.random)
    return conversation.octets(limit: limit)
  }
}
