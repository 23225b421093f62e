package vn.sencrm.common;

import java.util.Map;

/**
 * Vietnamese dialling codes that are no longer in force: mobile heads of eleven-digit numbers (until 2018) and area
 * codes (until 2017), with what replaced them. All without the leading zero.
 */
final class OldPhoneCodes {

    private static final Map<String, String> MOBILE = pairs(
            """
            120→70 121→79 122→77 126→76 128→78 123→83 124→84 125→85 127→81 129→82
            162→32 163→33 164→34 165→35 166→36 167→37 168→38 169→39 186→56 188→58 199→59""");

    /** Codes whose old numbers look like today's mobile numbers (08, 031 …) are of no use here and left out. */
    private static final Map<String, String> AREA = pairs(
            """
            4→24 20→214 22→212 25→205 26→206 27→207 29→216 60→260 61→251 62→252 63→263 64→254 66→276 67→277 68→259
            320→220 321→221 350→228 351→226 500→262 501→261 510→235 511→236 650→274 651→271 710→292 711→293
            780→290 781→291""");

    private static final int MOBILE_DIGITS = 10;

    private OldPhoneCodes() {}

    /** Today's nine digits of an old mobile number's ten (without the zero), or null. */
    static String todaysMobile(String national) {
        if (national.length() != MOBILE_DIGITS) {
            return null;
        }
        String head = MOBILE.get(national.substring(0, 3));
        return head == null ? null : head + national.substring(3);
    }

    /** Today's ten digits of an old landline number (both without the zero), or null. */
    static String todaysLandline(String national) {
        String found = null;
        if (national.length() == 9) {
            found = national.charAt(0) == '4' ? replaced(national, 1) : replaced(national, 2);
        } else if (national.length() == 10) {
            found = replaced(national, 3);
        }
        return found;
    }

    private static String replaced(String national, int codeLength) {
        String code = AREA.get(national.substring(0, codeLength));
        return code == null ? null : code + national.substring(codeLength);
    }

    private static Map<String, String> pairs(String table) {
        return java.util.Arrays.stream(table.trim().split("\\s+"))
                .map(pair -> pair.split("→"))
                .collect(java.util.stream.Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }
}
