package vn.sencrm.bench;

import java.util.SplittableRandom;

/** Names of people and firms as they stand in Vietnamese address books, with the frequencies that matter to a search. */
final class VietnameseNames {
    private static final Weighted FAMILY =
            Weighted.of("Nguyễn 38, Trần 11, Lê 9.5, Phạm 7, Phan 4.5, Hoàng 3.7, Vũ 2.5,"
                    + "Đặng 2.1, Bùi 2, Huỳnh 1.6, Võ 1.5, Đỗ 1.4, Hồ 1.3, Ngô 1.3, Dương 1, Đinh 0.9, Đoàn 0.8, Trịnh 0.8,"
                    + "Trương 0.8, Lâm 0.6, Mai 0.6, Đào 0.6, Cao 0.5, Hà 0.5, Lý 0.5, Lưu 0.4, Lương 0.4, Thái 0.3, Tạ 0.3,"
                    + "Phùng 0.3, Châu 0.25, Tô 0.25, Vương 0.2, Kiều 0.15, Quách 0.15, Tăng 0.15, Thạch 0.15, Chu 0.15,"
                    + "Triệu 0.12, Hứa 0.12, Nông 0.12, Quan 0.05, Bế 0.05, Ma 0.05, Lò 0.1, Quàng 0.05, Giàng 0.05,"
                    + "Sùng 0.05, Tôn 0.05, Ông 0.02, Doãn 0.05, Khổng 0.05, Mạc 0.05, Từ 0.05, Ninh 0.05, Viên 0.02");
    private static final Weighted MIDDLE_MALE = Weighted.of("Văn 30, Đức 8, Minh 7, Hữu 6, Quang 6, Thanh 5, Anh 4,"
            + "Ngọc 4, Xuân 3, Công 3, Đình 4, Hoàng 4, Quốc 4, Tuấn 3, Trọng 2, Thành 3, Duy 3, Bá 1.5, Gia 2, Khắc 1,"
            + "Nhật 1.5, Tiến 1.5, Viết 1, Trung 1.5, Thế 2, Mạnh 1.5, Phước 1, Hải 1, Việt 1, Chí 1, Bảo 1");
    private static final Weighted MIDDLE_FEMALE = Weighted.of(
            "Thị 35, Ngọc 8, Thanh 6, Thu 5, Minh 4, Phương 4,"
                    + "Thùy 4, Kim 4, Hồng 4, Mỹ 3, Bích 2.5, Khánh 2, Quỳnh 2, Thị Thu 3, Thị Thanh 3, Thị Kim 2.5, Thị Ngọc 3,"
                    + "Thị Mỹ 2, Thị Hồng 2.5, Thị Phương 2, Thị Minh 1.5, Thị Bích 1.5, Thị Thùy 1.5, Hoàng 1.5, Như 1.5, Bảo 1.5,"
                    + "Diệu 1, Hải 1, Hương 0.5, Tuyết 1, Lan 1, Cẩm 1, Ánh 1, Tường 0.5, Xuân 1, Hà 1, Yến 1, Trúc 1, Thảo 0.5");
    private static final Weighted GIVEN_MALE = Weighted.falling(
            "Hùng, Anh, Dũng, Tuấn, Minh, Hải, Cường, Đức, Nam, Long,"
                    + "Thắng, Hiếu, Sơn, Trung, Tùng, Quân, Huy, Thành, Hoàng, Bình, Phúc, Tú, Việt, Kiên, Khánh, Khoa, Toàn, Phong,"
                    + "Vinh, Tâm, Hưng, Linh, Đạt, Quang, Tiến, Trí, Thịnh, Duy, Hòa, Lâm, Nhân, An, Bảo, Dương, Đông, Giang, Lộc,"
                    + "Luân, Mạnh, Nghĩa, Phát, Phú, Phương, Quý, Sang, Tài, Tân, Thái, Thiện, Thuận, Tín, Trường, Vũ, Vương, Ngọc,"
                    + "Khôi, Chiến, Công, Danh, Điền, Hậu, Khang, Kỳ, Lợi, Lực, Nguyên, Nhật, Quyết, Tấn, Thạch, Thế, Thông, Tường, Văn, Xuân, Ý");
    private static final Weighted GIVEN_FEMALE =
            Weighted.falling("Hương, Lan, Hoa, Trang, Linh, Hằng, Thảo, Nga, Hà, Mai,"
                    + "Phương, Hạnh, Thủy, Ngọc, Anh, Yến, Hiền, Thu, Loan, Nhung, Oanh, Tuyết, Vân, Dung, Hồng, Huyền, Liên, Lệ,"
                    + "My, Nhi, Quỳnh, Tâm, Thanh, Thúy, Trâm, Trinh, Tú, Uyên, Vy, Xuân, Bích, Châu, Chi, Cúc, Diễm, Diệp, Đào, Duyên,"
                    + "Giang, Hân, Hậu, Hòa, Huệ, Khánh, Kiều, Lam, Ly, Minh, Mỹ, Nguyệt, Như, Phúc, Phượng, Quyên, Sương, Thi, Thơ,"
                    + "Thơm, Tiên, Trúc, Tuyền, Vi, Ý, Ngân, Nương, Ánh, Đoan, Gấm, Lựu, Mận, Nụ, Sen, Thắm, Xoan");
    private static final Weighted FORM =
            Weighted.of("Công ty TNHH 40, Công ty TNHH MTV 18, Công ty Cổ phần 22, Công ty CP 8,"
                    + "Doanh nghiệp tư nhân 5, Chi nhánh Công ty TNHH 3, Tổng Công ty 1, Hợp tác xã 3");
    private static final Weighted BRANCH = Weighted.falling(
            "Thương mại, Thương mại Dịch vụ, Xây dựng, Sản xuất Thương mại, Đầu tư,"
                    + "Vận tải, Du lịch, Công nghệ, Dược phẩm, Nội thất, Thực phẩm, Điện tử, May mặc, Bao bì, Thiết bị y tế,"
                    + "Nông sản, Thủy sản, Cơ khí, Quảng cáo, Xuất nhập khẩu, Giáo dục, Bất động sản, Hóa chất, Nhựa, Kiến trúc");
    private static final Weighted LUCKY = Weighted.falling(
            "Minh, Phát, An, Hoàng, Gia, Thịnh, Phú, Đại, Tân, Hưng, Thành, Long,"
                    + "Việt, Nam, Á, Châu, Đông, Tây, Bắc, Kim, Ngọc, Quang, Tiến, Đạt, Lộc, Phong, Khang, Thiên, Vĩnh, Cường, Bảo, Trường,"
                    + "Sơn, Hải, Thái, Bình, Dương, Hồng, Lan, Anh, Đức, Toàn, Cầu, Sao, Mai, Vàng, Xanh, Lâm, Vạn, Nhất, Tín, Nghĩa");
    private static final Weighted SHOP = Weighted.falling(
            "Cửa hàng, Shop, Tạp hóa, Quán, Nhà thuốc, Tiệm bánh, Siêu thị mini,"
                    + "Cà phê, Spa, Salon, Cửa hàng vật liệu xây dựng, Shop mẹ và bé, Thời trang, Điện máy, Hoa tươi, Nhà sách");

    private VietnameseNames() {}

    static String person(SplittableRandom random, boolean male) {
        return FAMILY.pick(random)
                + ' '
                + (male ? MIDDLE_MALE : MIDDLE_FEMALE).pick(random)
                + ' '
                + (male ? GIVEN_MALE : GIVEN_FEMALE).pick(random);
    }

    static String organization(SplittableRandom random) {
        return FORM.pick(random) + ' ' + BRANCH.pick(random) + ' ' + luckyName(random);
    }

    static String shop(SplittableRandom random) {
        String own = random.nextInt(3) == 0 ? luckyName(random) : GIVEN_FEMALE.pick(random) + ' ' + LUCKY.pick(random);
        return SHOP.pick(random) + ' ' + own;
    }

    static String household(SplittableRandom random) {
        String head = person(random, random.nextInt(3) > 0);
        return (random.nextBoolean() ? "Hộ kinh doanh " : "Gia đình ông ") + head;
    }

    private static String luckyName(SplittableRandom random) {
        String name = LUCKY.pick(random) + ' ' + LUCKY.pick(random);
        return random.nextInt(3) == 0 ? name + ' ' + LUCKY.pick(random) : name;
    }
}
