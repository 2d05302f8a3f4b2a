"""The command line. Results go to standard output, messages for people to standard error.

Exit status: 0 no finding of tier must or should; 1 there is one; 2 something could not be checked.
Each command imports what it needs when it runs, so that `--help` starts at once.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from pathlib import Path

from checker import __version__
from checker.arguments import Parser, day
from checker.errors import CheckerError

NOT_CHECKED = 2


def main(argv: list[str] | None = None) -> int:
    """Run one command and return the exit status; `argv` defaults to the arguments of the process."""
    _use_utf8()
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has printed the help or what is wrong
        return stop.code if isinstance(stop.code, int) else NOT_CHECKED
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_CHECKED
    return status


def _run(arguments: argparse.Namespace) -> int:
    """Run the command; a failure of any kind is NOT_CHECKED, never the 1 that tells of a finding."""
    from checker import commands

    try:
        return int(getattr(commands, arguments.command)(arguments))
    except CheckerError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
    except BrokenPipeError:
        raise
    except Exception:  # an uncaught one would exit with 1, which tells of a finding
        traceback.print_exc()
        print(
            "Chương trình gặp lỗi và chưa rà soát xong; đoạn phía trên giúp tìm nguyên nhân.",
            file=sys.stderr,
        )
    return NOT_CHECKED


def _parser() -> Parser:
    parser = Parser(prog="checker", description="Rà soát lồng ghép giới trong dự thảo văn bản pháp luật.")
    parser.add_argument(
        "--version", action="version", version=f"checker {__version__}", help="in phiên bản rồi dừng"
    )
    commands = parser.add_subparsers(dest="command", metavar="LỆNH", required=True, title="Các lệnh")
    _add_check(commands.add_parser("check", help="rà soát một hoặc nhiều văn bản"))
    _add_dossier(commands.add_parser("dossier", help="rà soát cả hồ sơ: dự thảo và tài liệu kèm theo"))
    _add_compare(commands.add_parser("compare", help="so sánh hai phiên bản của một dự thảo"))
    _add_opinion(commands.add_parser("opinion", help="soạn văn bản của việc thẩm định (.docx)"))
    _add_rules(commands.add_parser("rules", help="xem thư viện quy tắc"))
    _add_app(commands.add_parser("app", help="mở ứng dụng trên trình duyệt"))
    return parser


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Rà soát từng văn bản. Mã kết thúc: 0 không có lỗi, cảnh báo; 1 có; 2 có tệp chưa rà soát được."
    )
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="TỆP", help="tệp .docx, .docm, .doc, .rtf, .odt, .pdf, .txt"
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "docx", "pdf", "html", "xlsx", "sarif"),
        default="text",
        help="dạng kết quả (mặc định: text)",
    )
    parser.add_argument("--out", type=Path, metavar="NƠI", help="tệp hoặc thư mục để ghi kết quả")
    parser.add_argument(
        "--as-of", type=day, metavar="NGÀY",
        help="xét văn bản, cơ quan được dẫn tại ngày này, ví dụ 2026-11-23 (mặc định: hôm nay; văn bản đã "
        "ban hành thì ngày ghi trên văn bản)",
    )  # fmt: skip
    parser.add_argument(
        "--view",
        choices=("accepted", "original", "both"),
        default="accepted",
        help="đọc sửa đổi theo dõi (Track Changes) trong Word: accepted như đã chấp nhận mọi sửa đổi "
        "(mặc định), original như trước khi sửa, both cả chữ đã xóa lẫn chữ mới",
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="giải thích từng điều khoản: quy tắc nào nêu, chỗ nào giữ lại và vì sao, quy tắc nào suýt nêu",
    )
    parser.add_argument(
        "--at",
        metavar="NƠI",
        help='với --explain: chỉ giải thích nơi này, ví dụ "khoản 2 Điều 14" hoặc số dòng (đoạn) 187',
    )
    parser.add_argument(
        "--checklist", action="store_true", help="kèm bảng kiểm lồng ghép giới trong kết quả text"
    )
    parser.add_argument(
        "--no-tracked", dest="tracked", action="store_false",
        help="trong docx chỉ ghi nhận xét, không ghi gợi ý thành sửa đổi theo dõi",
    )  # fmt: skip
    parser.add_argument(
        "--with-page", action="store_true",
        help="với --format docx: ghi thêm trang HTML cạnh tệp Word; căn cứ trong nhận xét dẫn tới trang đó",
    )  # fmt: skip
    _add_project(parser)
    parser.add_argument("--text", action="store_true", help="kèm toàn văn trong kết quả json")
    parser.add_argument(
        "--colour", choices=("auto", "always", "never"), default="auto", help="tô màu kết quả text"
    )


def _add_dossier(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Rà soát các tài liệu của một hồ sơ với nhau. Mã kết thúc: 0 không có lỗi, cảnh báo; 1 có; "
        "2 có tài liệu chưa rà soát được."
    )
    parser.add_argument(
        "dossiers", nargs="+", type=Path, metavar="HỒ_SƠ", help="thư mục hoặc tệp .zip chứa các tài liệu"
    )
    parser.add_argument(
        "--format", choices=("text", "json", "html", "xlsx"), default="text", help="dạng kết quả (text)"
    )
    parser.add_argument("--out", type=Path, metavar="TỆP", help="tệp để ghi kết quả")
    _add_day(parser)
    parser.add_argument(
        "--procedure",
        metavar="THỦ_TỤC",
        default="",
        help="thong-thuong, rut-gon hoặc dac-biet (mặc định: theo lời các tài liệu)",
    )
    parser.add_argument(
        "--role",
        action="append",
        default=[],
        metavar="TỆP=VAI_TRÒ",
        help="sửa vai trò của một tài liệu, ví dụ bao-cao.docx=danh-gia-tac-dong",
    )
    _add_project(parser)
    parser.add_argument("--text", action="store_true", help="kèm toàn văn trong kết quả json")


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "So sánh hai phiên bản: nhận xét nào đã khắc phục, mới, còn lại; điều khoản nào đã đổi. Mã kết thúc "
        "theo bản mới: 0 không có lỗi, cảnh báo; 1 có; 2 có tệp chưa rà soát được."
    )
    parser.add_argument("old", type=Path, metavar="BẢN_CŨ", help="phiên bản trước")
    parser.add_argument("new", type=Path, metavar="BẢN_MỚI", help="phiên bản sau")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="dạng kết quả (mặc định: text)"
    )
    parser.add_argument("--out", type=Path, metavar="TỆP", help="tệp để ghi kết quả")
    _add_day(parser)
    _add_project(parser)


def _add_opinion(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Rà soát các tài liệu rồi soạn một văn bản Word theo thể thức hành chính; chỗ chỉ cơ quan biết thì "
        "để trống. Mã kết thúc: 0 đã ghi; 2 có tài liệu chưa rà soát được."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="dự thảo và tài liệu kèm theo")
    parser.add_argument("--out", type=Path, metavar="TỆP", required=True, help="tệp .docx để ghi")
    parser.add_argument(
        "--kind",
        choices=("y-kien", "phu-luc", "tiep-thu"),
        default="y-kien",
        help="y-kien: ý kiến thẩm định (mặc định); phu-luc: phụ lục thông tin, số liệu về giới; tiep-thu: "
        "bảng tiếp thu, giải trình",
    )
    _add_day(parser)
    _add_project(parser)


def _add_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of", type=day, metavar="NGÀY", help="xét hiệu lực tại ngày này, ví dụ 2026-11-23"
    )


def _add_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rules",
        action="append",
        type=Path,
        default=[],
        metavar="THƯ_MỤC",
        help="thêm quy tắc riêng trong thư mục này (có thể lặp lại)",
    )
    parser.add_argument(
        "--project",
        type=Path,
        metavar="TỆP",
        help="tệp dự án: quy tắc riêng, quy tắc tắt, cụm từ được phép (mặc định: checker.yml gần nhất, "
        "tìm từ thư mục của văn bản trở lên)",
    )
    parser.add_argument("--no-project", action="store_true", help="không dùng tệp dự án nào")


def _add_rules(parser: argparse.ArgumentParser) -> None:
    parser.description = "Liệt kê các quy tắc theo nhóm, hoặc giải thích một quy tắc, một bối cảnh chung."
    parser.add_argument("id", nargs="?", metavar="MÃ", help="mã của quy tắc hoặc bối cảnh cần giải thích")
    parser.add_argument(
        "--test",
        action="store_true",
        help="chạy ví dụ của quy tắc MÃ, hoặc của mọi quy tắc riêng; mã kết thúc 1 nếu có ví dụ không đạt",
    )
    parser.add_argument(
        "--schema",
        choices=("rules", "project", "vocabulary", "legal_basis"),
        help="in lược đồ JSON của loại tệp này, để trình soạn thảo gợi ý và kiểm tra khi viết",
    )
    _add_project(parser)


def _add_app(parser: argparse.ArgumentParser) -> None:
    parser.description = "Mở ứng dụng trên máy này; văn bản không rời khỏi máy."
    parser.add_argument(
        "--port", type=int, metavar="CỔNG", help="cổng của máy (mặc định: chương trình tự chọn)"
    )
    parser.add_argument("--headless", action="store_true", help="không tự mở trình duyệt")
    parser.add_argument("--project", type=Path, metavar="TỆP", help="tệp dự án áp dụng cho mọi văn bản")


def _use_utf8() -> None:
    """Let Vietnamese through where the console's own encoding (Windows) would fail on it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
