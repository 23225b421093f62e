package vn.sencrm.location;

import java.io.Serializable;
import java.util.List;

/**
 * A province or commune as administrators see it.
 *
 * @param id by which the audit knows it; everybody else uses its code
 * @param provinceCode a commune's province, null for a province
 * @param former what it was called before, or is called otherwise
 * @param communes how many communes in use a province has
 * @param addresses how many addresses of customers stand for it, counted up to {@value LocationSql#COUNTED}
 */
public record LocationRow(
        long id,
        String code,
        String provinceCode,
        int version,
        String name,
        boolean archived,
        List<String> former,
        int communes,
        long addresses)
        implements Serializable {

    public boolean isUsed() {
        return addresses > 0 || communes > 0;
    }
}
