@testable import HCITrace
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Many things at once, their products one after the other.
@Suite(.timeLimit(.minutes(1)))
struct JobsTests {
  let room = Jobs.Room(count: 16, weight: 1_000)

  @Test(arguments: [1, 2, 3, 8, 64])
  func productsComeInTheOrderOfTheItems(_ count: Int) {
    var taken: [Int] = []
    Jobs(count).inOrder(Array(0..<500), room: room, weight: { _ in 1 }) { number in
      // The even ones take longer.
      if number.isMultiple(of: 2) { usleep(useconds_t(number % 7) * 100) }
      return number * 3
    } take: {
      taken.append($0)
    }
    #expect(taken == (0..<500).map { $0 * 3 })
  }

  @Test(arguments: [(1, 9), (4, 1), (4, 0)])
  func noThreadIsStartedWhereNoneIsNeeded(_ count: Int, _ items: Int) {
    let caller = Thread.current
    Jobs(count).inOrder(Array(0..<items), room: room, weight: { _ in 1 }) { _ in
      Thread.current
    } take: {
      #expect($0 == caller)
    }
  }

  @Test func severalWorkAtTheSameTime() {
    let working = Monitor(0)
    var met = 0
    // Each waits for another one: with one thread this would take for ever.
    Jobs(2).inOrder([0, 1], room: room, weight: { _ in 1 }) { _ in
      working.update { $0 += 1 }
      return working.update(when: { $0 == 2 }) { $0 }
    } take: {
      met += $0
    }
    #expect(met == 4)
  }

  @Test func nobodyRunsFarAhead() {
    let begun = Atomic(0)
    var taken = 0
    var furthest = 0
    Jobs(4).inOrder(Array(0..<200), room: Jobs.Room(count: 5, weight: 1_000), weight: { _ in 1 }) { _ in
      begun.add(1, ordering: .relaxed)
    } take: { _ in
      taken += 1
      usleep(500)
      furthest = max(furthest, begun.load(ordering: .relaxed) - taken)
    }
    #expect(taken == 200)
    #expect(furthest <= 5)
  }

  /// A product of 10 is as much as may wait: the first, which takes long, finds at most one more of each thread.
  @Test func heavyProductsHoldTheOthersBack() {
    let begun = Atomic(0)
    var ahead: Int?
    Jobs(3).inOrder(Array(0..<50), room: Jobs.Room(count: 1_000, weight: 10), weight: { _ in 10 }) { number in
      begun.add(1, ordering: .relaxed)
      if number == 0 { usleep(100_000) }
    } take: {
      if ahead == nil { ahead = begun.load(ordering: .relaxed) }
    }
    #expect((ahead ?? 50) <= 4)
  }

  /// Light ones pass a slow one: all of them are there when it is.
  @Test func aSlowOneHoldsUpNobody() {
    let others = Monitor(0)
    var order: [Int] = []
    Jobs(2).inOrder(Array(0..<40), room: Jobs.Room(count: 64, weight: 1_000), weight: { _ in 1 }) { number in
      if number == 0 { others.update(when: { $0 == 39 }) { _ in } } else { others.update { $0 += 1 } }
      return number
    } take: {
      order.append($0)
    }
    #expect(order == Array(0..<40))
  }

  @Test(arguments: [1, 2, 5])
  func placesAreGivenBack(_ count: Int) {
    let jobs = Jobs(count)
    jobs.inOrder(Array(0..<50), room: room, weight: { _ in 1 }) {
      $0
    } take: { _ in
    }
    #expect(jobs.borrow(upTo: 100) == count - 1)
  }

  @Test(arguments: [1, 3], [0, 1, 63, 64, 65, 500])
  func runsCoverAllNumbersInOrder(_ jobs: Int, _ count: Int) {
    let caller = Thread.current
    var taken: [Int] = []
    var runs = 0
    Jobs(jobs).inRuns(of: count, room: room, weight: { _ in 1 }) { run in
      (run, Thread.current)
    } take: { run, thread in
      taken += run
      runs += 1
      if jobs == 1 || count < 64 { #expect(thread == caller) }
    }
    #expect(taken == Array(0..<count))
    #expect(count < 64 ? runs == 1 : runs > 3)
  }

  /// The machine is not asked how many may work before somebody could use a second.
  @Test func placesAreCountedWhenTheyAreWanted() {
    let asked = Monitor(0)
    let jobs = Jobs(
      asked.update {
        $0 += 1
        return 3
      })
    jobs.inOrder([0], room: room, weight: { _ in 1 }) {
      $0
    } take: { _ in
    }
    #expect(asked.update { $0 } == 0)
    #expect(jobs.borrow(upTo: 1) == 1 && jobs.borrow(upTo: 5) == 1 && jobs.borrow(upTo: 1) == 0)
    #expect(asked.update { $0 } == 1)
  }

  /// What happens inside of another's work finds the places taken: never do more threads work than there are places.
  @Test func placesAreSharedWithWhatIsInside() {
    let jobs = Jobs(3)
    let working = Monitor((now: 0, most: 0))
    jobs.inOrder(Array(0..<12), room: room, weight: { _ in 1 }) { _ in
      var sum = 0
      jobs.inOrder(Array(0..<60), room: room, weight: { _ in 1 }) { number in
        working.update {
          $0.now += 1
          $0.most = max($0.most, $0.now)
        }
        usleep(100)
        working.update { $0.now -= 1 }
        return number
      } take: {
        sum += $0
      }
      return sum
    } take: {
      #expect($0 == 59 * 30)
    }
    #expect(working.update { $0.most } == 3)
    #expect(jobs.borrow(upTo: 100) == 2)
  }
}

/// Which thread something happens on.
private struct Thread: Equatable, Sendable {
  let id: UInt

  static var current: Thread {
    #if canImport(Darwin)
      Thread(id: UInt(bitPattern: pthread_self()))
    #else
      Thread(id: pthread_self())
    #endif
  }
}
