"""What editors show of a field: one Vietnamese sentence each, by file and place."""

from __future__ import annotations

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "rules": "Tệp quy tắc",
    "project": "Tệp dự án checker.yml",
    "vocabulary": "Danh sách từ dùng chung",
    "legal_basis": "Căn cứ pháp lý",
}
DESCRIPTIONS: Mapping[str, Mapping[str, str]] = {
    "rules": {
        "category": "Loại phát hiện của mọi quy tắc trong tệp.",
        "lists": "Danh sách từ riêng của tệp; gọi bằng {tên} trong cụm từ.",
        "applies_to": "Loại văn bản áp dụng cho mọi quy tắc trong tệp không tự nêu loại.",
        "rules": "Các quy tắc.",
    },
    "rules/rules": {
        "id": "Mã: chữ thường không dấu, gạch nối; không trùng, không dùng lại mã cũ.",
        "title": "Tên ngắn của quy tắc, tiếng Việt.",
        "tier": "Mức: must (lỗi), should (cảnh báo), consider (gợi ý), credit (điểm tốt).",
        "kind": "Kiểu: phrase (có cụm từ), pattern (mẫu từ loại), pair (chỉ nêu một vế), "
        "contrast (nam, nữ khác con số), absent (thiếu cụm cần có).",
        "message": "Câu nêu vấn đề; {quote} là đoạn trích.",
        "why": "Lý do, một hoặc hai câu.",
        "legal_basis": "Các khóa trong legal_basis.yml.",
        "match": "Các cụm từ; chỉ cần một cụm khớp. Khoảng trống: …, danh sách: {tên}, lựa chọn: ( a | b ), "
        "có thể thiếu: ( a )?",
        "patterns": "Mẫu từ trên từ đã tách, đã gán nhãn; mỗi mẫu có ít nhất một từ cố định LOWER.",
        "sides": "Hai vế nam, nu của kiểu contrast: các cụm gọi tên mỗi bên.",
        "needs": "Phải có ít nhất một cụm trong phạm vi; với absent: cụm lẽ ra phải có.",
        "under": "Phải có ít nhất một cụm trong các đề mục, câu dẫn phía trên.",
        "titled": "Phải có ít nhất một cụm trong tên văn bản.",
        "subject": "Cụm gọi tên đối tượng của nhận xét (chỉ absent).",
        "once": "Nêu một lần: với absent, đối tượng đã có nhận xét ở Điều khác thì thôi (cùng subject); "
        "với loại khác, nêu ở chỗ đầu, kể các chỗ còn lại.",
        "subject_end": "Từ kết thúc tên gọi của đối tượng.",
        "unless": "Có một cụm trong phạm vi thì không nêu; với pair: vế còn lại.",
        "pseudo": "Cụm chỉ trông giống: bỏ qua hẳn.",
        "scope": "Phạm vi tìm needs, unless: câu, điều khoản, Điều, bảng, văn bản.",
        "unless_scope": "Phạm vi riêng cho unless, nếu khác scope.",
        "applies_to": "Loại văn bản áp dụng; để trống là mọi loại.",
        "ignores": "Bối cảnh chung không áp dụng cho quy tắc này.",
        "gap": "Khoảng trống … dài tối đa bao nhiêu tiếng.",
        "bare": "Tính cả con số không kèm đơn vị (chỉ contrast).",
        "suggest": "Gợi ý viết lại.",
        "score": "Độ chắc chắn, 0 đến 1.",
        "examples": "Ví dụ, cũng là bài kiểm tra của quy tắc.",
    },
    "rules/rules/examples": {
        "bad": "Câu phải nêu, ít nhất hai; chỗ khớp đặt trong [[ ]].",
        "good": "Câu không được nêu, ít nhất hai, một câu gần giống.",
        "todo": "Chỗ chưa làm được: có [[ ]] là chỗ bỏ sót, không có là câu bị nêu thừa.",
    },
    "rules/rules/examples/bad": {
        "text": "Câu; chỗ khớp đặt trong [[ ]].",
        "better": "Cách viết nên dùng; phải qua được mọi quy tắc.",
        "note": "Ghi chú ngắn.",
    },
    "rules/rules/examples/good": {"text": "Câu.", "note": "Vì sao không nêu."},
    "rules/rules/examples/todo": {
        "text": "Câu; chỗ lẽ ra phải khớp đặt trong [[ ]].",
        "better": "Cách viết nên dùng.",
        "note": "Vì sao chưa làm được.",
    },
    "project": {
        "rules": "Thư mục quy tắc riêng, tính từ chỗ đặt tệp này.",
        "disable": "Quy tắc tắt đi, mỗi quy tắc kèm lý do.",
        "allow": "Cụm từ được phép, mỗi cụm kèm lý do.",
    },
    "project/disable": {
        "rule": "Mã ghi cạnh nhận xét trong báo cáo.",
        "reason": "Lý do tắt, được ghi trong báo cáo.",
    },
    "project/allow": {
        "term": "Cụm từ, viết như trong quy tắc.",
        "reason": "Lý do cho phép, được ghi trong báo cáo.",
        "rule": "Chỉ cho phép đối với quy tắc này.",
        "category": "Chỉ cho phép đối với loại phát hiện này.",
    },
    "vocabulary": {"lists": "Tên danh sách: các cụm từ."},
    "legal_basis": {"legal_basis": "Các căn cứ."},
    "legal_basis/legal_basis": {
        "key": "Khóa: tên ngắn của luật, điều, khoản, điểm.",
        "law": "Tên và số hiệu văn bản.",
        "article": "Điều, khoản, điểm.",
        "status": "verified (đã đối chiếu), secondary (theo nguồn thứ cấp), unverified (chưa kiểm chứng).",
        "summary": "Tóm tắt nội dung, không chép nguyên văn.",
        "source": "Đọc ở đâu.",
    },
}
