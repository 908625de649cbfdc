import Foundation

@testable import HCITrace

/// Samples of one channel from its subband samples (A2DP 1.4 §12.7): what hcitrace itself has no use for, and what
/// shows that its subband samples are right.
struct SBCSynthesis {
  private let subbands: Int
  private var shifted: [Double]

  init(subbands: Int) {
    self.subbands = subbands
    shifted = Array(repeating: 0, count: 20 * subbands)
  }

  /// One sample for each of the `samples` of a block.
  mutating func synthesize(_ samples: [Double]) -> [Double] {
    let count = subbands
    shifted.removeLast(2 * count)
    let matrixed = (0..<(2 * count)).map { row in
      samples.indices.reduce(0.0) { sum, subband in
        sum + samples[subband]
          * cos((Double(subband) + 0.5) * Double(row + count / 2) * .pi / Double(count))
      }
    }
    shifted.insert(contentsOf: matrixed, at: 0)
    let window = count == 8 ? Self.eight : Self.four
    return (0..<count).map { place in
      (0..<5).reduce(0.0) { sum, pair in
        sum + shifted[pair * 4 * count + place] * window[pair * 2 * count + place]
          + shifted[pair * 4 * count + 3 * count + place] * window[pair * 2 * count + count + place]
      } * -Double(count)
    }
  }

  /// The window of four subbands (A2DP 1.4 §12.8).
  private static let four: [Double] = [
    0.00000000E+00, 5.36548976E-04, 1.49188357E-03, 2.73370904E-03, 3.83720193E-03, 3.89205149E-03,
    1.86581691E-03, -3.06012286E-03, 1.09137620E-02, 2.04385087E-02, 2.88757392E-02, 3.21939290E-02,
    2.58767811E-02, 6.13245186E-03, -2.88217274E-02, -7.76463494E-02, 1.35593274E-01, 1.94987841E-01,
    2.46636662E-01, 2.81828203E-01, 2.94315332E-01, 2.81828203E-01, 2.46636662E-01, 1.94987841E-01,
    -1.35593274E-01, -7.76463494E-02, -2.88217274E-02, 6.13245186E-03, 2.58767811E-02, 3.21939290E-02,
    2.88757392E-02, 2.04385087E-02, -1.09137620E-02, -3.06012286E-03, 1.86581691E-03, 3.89205149E-03,
    3.83720193E-03, 2.73370904E-03, 1.49188357E-03, 5.36548976E-04,
  ]

  /// The window of eight subbands (A2DP 1.4 §12.8).
  private static let eight: [Double] = [
    0.00000000E+00, 1.56575398E-04, 3.43256425E-04, 5.54620202E-04, 8.23919506E-04, 1.13992507E-03,
    1.47640169E-03, 1.78371725E-03, 2.01182542E-03, 2.10371989E-03, 1.99454554E-03, 1.61656283E-03,
    9.02154502E-04, -1.78805361E-04, -1.64973098E-03, -3.49717454E-03, 5.65949473E-03, 8.02941163E-03,
    1.04584443E-02, 1.27472335E-02, 1.46525263E-02, 1.59045603E-02, 1.62208471E-02, 1.53184106E-02,
    1.29371806E-02, 8.85757540E-03, 2.92408442E-03, -4.91578024E-03, -1.46404076E-02, -2.61098752E-02,
    -3.90751381E-02, -5.31873032E-02, 6.79989431E-02, 8.29847578E-02, 9.75753918E-02, 1.11196689E-01,
    1.23264548E-01, 1.33264415E-01, 1.40753505E-01, 1.45389847E-01, 1.46955068E-01, 1.45389847E-01,
    1.40753505E-01, 1.33264415E-01, 1.23264548E-01, 1.11196689E-01, 9.75753918E-02, 8.29847578E-02,
    -6.79989431E-02, -5.31873032E-02, -3.90751381E-02, -2.61098752E-02, -1.46404076E-02, -4.91578024E-03,
    2.92408442E-03, 8.85757540E-03, 1.29371806E-02, 1.53184106E-02, 1.62208471E-02, 1.59045603E-02,
    1.46525263E-02, 1.27472335E-02, 1.04584443E-02, 8.02941163E-03, -5.65949473E-03, -3.49717454E-03,
    -1.64973098E-03, -1.78805361E-04, 9.02154502E-04, 1.61656283E-03, 1.99454554E-03, 2.10371989E-03,
    2.01182542E-03, 1.78371725E-03, 1.47640169E-03, 1.13992507E-03, 8.23919506E-04, 5.54620202E-04,
    3.43256425E-04, 1.56575398E-04,
  ]
}
