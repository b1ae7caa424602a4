/// The calling codes of ITU-T E.164 and, of each, what is dialled in its own country alone.
enum CallingCodes {
  /// Every country of ISO 3166-1, and Kosovo by the letters that it has meanwhile. Territories
  /// without a code of their own have the one by which they are reached.
  static let byCountry: [String: String] = {
    let rows = """
      AD376 AE971 AF93 AG1 AI1 AL355 AM374 AO244 AQ672 AR54 AS1 AT43 AU61 AW297 AX358 AZ994 BA387
      BB1 BD880 BE32 BF226 BG359 BH973 BI257 BJ229 BL590 BM1 BN673 BO591 BQ599 BR55 BS1 BT975 BV47
      BW267 BY375 BZ501 CA1 CC61 CD243 CF236 CG242 CH41 CI225 CK682 CL56 CM237 CN86 CO57 CR506 CU53
      CV238 CW599 CX61 CY357 CZ420 DE49 DJ253 DK45 DM1 DO1 DZ213 EC593 EE372 EG20 EH212 ER291 ES34
      ET251 FI358 FJ679 FK500 FM691 FO298 FR33 GA241 GB44 GD1 GE995 GF594 GG44 GH233 GI350 GL299
      GM220 GN224 GP590 GQ240 GR30 GS500 GT502 GU1 GW245 GY592 HK852 HM672 HN504 HR385 HT509 HU36
      ID62 IE353 IL972 IM44 IN91 IO246 IQ964 IR98 IS354 IT39 JE44 JM1 JO962 JP81 KE254 KG996 KH855
      KI686 KM269 KN1 KP850 KR82 KW965 KY1 KZ7 LA856 LB961 LC1 LI423 LK94 LR231 LS266 LT370 LU352
      LV371 LY218 MA212 MC377 MD373 ME382 MF590 MG261 MH692 MK389 ML223 MM95 MN976 MO853 MP1 MQ596
      MR222 MS1 MT356 MU230 MV960 MW265 MX52 MY60 MZ258 NA264 NC687 NE227 NF672 NG234 NI505 NL31
      NO47 NP977 NR674 NU683 NZ64 OM968 PA507 PE51 PF689 PG675 PH63 PK92 PL48 PM508 PN64 PR1 PS970
      PT351 PW680 PY595 QA974 RE262 RO40 RS381 RU7 RW250 SA966 SB677 SC248 SD249 SE46 SG65 SH290
      SI386 SJ47 SK421 SL232 SM378 SN221 SO252 SR597 SS211 ST239 SV503 SX1 SY963 SZ268 TC1 TD235
      TF262 TG228 TH66 TJ992 TK690 TL670 TM993 TN216 TO676 TR90 TT1 TV688 TW886 TZ255 UA380 UG256
      UM1 US1 UY598 UZ998 VA39 VC1 VE58 VG1 VI1 VN84 VU678 WF681 WS685 XK383 YE967 YT262 ZA27 ZM260
      ZW263
      """
    var codes: [String: String] = [:]
    for row in rows.split(whereSeparator: \.isWhitespace) {
      codes[String(row.prefix(2))] = String(row.dropFirst(2))
    }
    return codes
  }()

  /// Those of countries, of Ascension Island and of networks at sea and in space.
  private static let all = Set(byCountry.values)
    .union(["247", "870", "878", "881", "882", "883"])

  /// The calling code at the front of an international number; no code begins with another.
  static func prefix(of digits: String) -> String? {
    (1...3).lazy.map { String(digits.prefix($0)) }.first { all.contains($0) }
  }

  /// What is dialled before a number inside the country of a calling code, and is no part of it.
  struct Trunk: Hashable, Sendable {
    let prefix: String

    /// How many digits a number has without it, where they begin with the same digit now and then:
    /// it is taken off only where that many remain.
    let length: Int?
  }

  /// Calling codes whose countries dial a 0 before a national number that never begins with one.
  /// Italy's numbers do, and keep it.
  private static let dialZero = Set(
    """
    20 211 212 213 218 231 232 233 234 243 249 250 251 252 254 255 256 260 261 262 263 264 265 27
    291 31 32 33 353 355 358 359 370 373 374 377 380 381 382 383 385 386 387 389 40 41 421 423 43
    44 46 49 508 51 53 54 55 57 58 590 591 593 594 595 596 598 60 61 62 63 64 66 686 81 82 84 850
    855 856 86 880 886 90 91 92 93 94 95 961 962 963 964 966 967 970 971 972 976 977 98 994 995
    996
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  static func trunk(of callingCode: String) -> Trunk? {
    switch callingCode {
    case "1": Trunk(prefix: "1", length: 10)
    case "7": Trunk(prefix: "8", length: 10)
    case "36": Trunk(prefix: "06", length: nil)
    case "375": Trunk(prefix: "80", length: 9)
    case "993": Trunk(prefix: "8", length: 8)
    default: dialZero.contains(callingCode) ? Trunk(prefix: "0", length: nil) : nil
    }
  }

  /// What is dialled for a call abroad, before the calling code: 00 nearly everywhere. A `+` does
  /// as well, in every country.
  static func internationalPrefix(of callingCode: String) -> String {
    switch callingCode {
    case "1": "011"
    case "61": "0011"
    default: "00"
    }
  }
}
