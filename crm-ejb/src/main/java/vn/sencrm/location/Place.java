package vn.sencrm.location;

import java.io.Serializable;

/**
 * A province or commune.
 *
 * @param parentCode the commune's province, null for a province
 */
public record Place(String code, String parentCode, String name) implements Serializable {

    public boolean isProvince() {
        return parentCode == null;
    }
}
