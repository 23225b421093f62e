package vn.sencrm.customer;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** What forms and filters offer to choose from: catalogues in their order, users, teams, provinces. */
public record CustomerChoices(List<Choice> all, List<String> provinces) implements Serializable {

    /**
     * One entry.
     *
     * @param code what a {@link CustomerInput} and a filter name it by: a catalogue's code, a user name, a team's name
     * @param colour of a catalogue's entry, else null
     * @param purpose of a status, else null
     */
    public record Choice(
            CustomerField field, String code, String nameVi, String nameEn, String colour, StatusPurpose purpose)
            implements Serializable {

        public Choice(CustomerField field, String code, String nameVi, String nameEn, String colour) {
            this(field, code, nameVi, nameEn, colour, null);
        }

        public String name(String language) {
            return "en".equals(language) ? nameEn : nameVi;
        }
    }

    public CustomerChoices {
        all = List.copyOf(all);
        provinces = List.copyOf(provinces);
    }

    public List<Choice> of(CustomerField field) {
        return all.stream().filter(choice -> choice.field() == field).toList();
    }

    public Optional<Choice> find(CustomerField field, String code) {
        return all.stream()
                .filter(choice -> choice.field() == field && choice.code().equalsIgnoreCase(code))
                .findFirst();
    }
}
