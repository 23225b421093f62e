package vn.sencrm.customer;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A customer as lists, the detail page and the API show it: references with their codes and names, tags as this user
 * sees them. Lists are never null, single values are null where there is none.
 */
public record CustomerView(
        long id,
        int version,
        String code,
        CustomerKind kind,
        CustomerStage stage,
        String name,
        List<LabelledValue> phones,
        List<LabelledValue> emails,
        List<LabelledValue> websites,
        List<SocialAccount> socials,
        List<Address> addresses,
        Gender gender,
        LocalDate birthday,
        String citizenId,
        String taxCode,
        String jobTitle,
        String industry,
        String companySize,
        Person representative,
        List<Person> members,
        boolean supplier,
        String notes,
        int score,
        int stars,
        Option status,
        Option category,
        Option source,
        Option tier,
        UserRef owner,
        UserRef creator,
        String team,
        AccountRef account,
        List<TagRef> tags,
        boolean followed,
        Map<String, Object> attributes,
        Instant createdAt,
        Instant updatedAt)
        implements Serializable {

    /** An entry of a catalogue. */
    public record Option(String code, String nameVi, String nameEn, String colour) implements Serializable {
        public String name(String language) {
            return "en".equals(language) ? nameEn : nameVi;
        }
    }

    /** A user. */
    public record UserRef(long id, String username, String fullName) implements Serializable {}

    /** The company that a contact belongs to. */
    public record AccountRef(long id, String code, String name) implements Serializable {}

    /** A tag: shared by all (blue) or the user's own (orange). */
    public record TagRef(String name, boolean shared) implements Serializable {}

    public Optional<String> primaryPhone() {
        return phones.stream().map(LabelledValue::value).findFirst();
    }

    public Optional<String> primaryEmail() {
        return emails.stream().map(LabelledValue::value).findFirst();
    }
}
