package vn.sencrm.web.user;

import java.io.Serializable;
import vn.sencrm.identity.user.User;
import vn.sencrm.identity.user.UserInput;

/** What is typed of a user. */
public class UserForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private int version;
    private String username;
    private String fullName;
    private String email;
    private String phone;
    private String language;
    private String role = "STAFF";

    public void read(User user) {
        version = user.version();
        username = user.username();
        fullName = user.fullName();
        email = user.email();
        phone = user.phone();
        language = user.language();
        role = user.role();
    }

    public UserInput input() {
        return new UserInput(username, fullName, email, phone, language, role);
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
