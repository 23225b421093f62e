package vn.sencrm.demo;

import java.util.List;

/** Who works at the demo company, and its tags. Nobody has a password: an administrator may give one. */
final class DemoPeople {

    /** A user of the demo company. */
    record User(String username, String fullName, String role) {}

    /** A team with its members in their order. */
    record Team(String name, List<String> members) {}

    static final List<User> USERS = List.of(
            new User("hoa.le", "Lê Thị Hoa", "MANAGER"),
            new User("lan.nguyen", "Nguyễn Thị Lan", "STAFF"),
            new User("minh.tran", "Trần Quang Minh", "STAFF"),
            new User("tuan.pham", "Phạm Anh Tuấn", "STAFF"),
            new User("thu.vo", "Võ Minh Thư", "STAFF"),
            new User("khanh.do", "Đỗ Gia Khánh", "OPERATOR"));

    static final List<Team> TEAMS = List.of(
            new Team("Kinh doanh miền Bắc", List.of("lan.nguyen", "tuan.pham")),
            new Team("Kinh doanh miền Nam", List.of("minh.tran", "thu.vo")));

    static final List<String> TAGS =
            List.of("VIP", "Khách quen", "Cần gọi lại", "Tiềm năng", "Hội chợ 2026", "Bán online", "Gia hạn hợp đồng");

    private DemoPeople() {}
}
