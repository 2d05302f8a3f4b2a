"""The page of figures from a small corpus: what is counted, what goes wrong, and the known gaps."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.judging import Judged, by_rule, counts, intervals, misses, rates

ROOT = Path(__file__).resolve().parents[2]
DRAFT = """QUYẾT ĐỊNH
Điều 1. Nhân sự
1. Trạm y tế tuyển nữ hộ lý.
2. Ban quản lý chỉ tuyển nam vào tổ bảo vệ.
3. Kho hàng mở cửa lúc 08 giờ.
"""
LABELS = [
    {"doc": "text/a.txt", "line": 3, "category": "gendered-term"},
    {"doc": "text/a.txt", "line": 5, "category": "lineage"},
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.txt").write_text(DRAFT, encoding="utf-8")
    quiet = "QUYẾT ĐỊNH\n" + "".join(f"Điều {at}. Kho số {at} mở cửa lúc tám giờ.\n" for at in range(1, 60))
    (tmp_path / "text" / "kho.txt").write_text(quiet, encoding="utf-8")
    (tmp_path / "dev.jsonl").write_text("\n".join(map(json.dumps, LABELS)), encoding="utf-8")
    (tmp_path / "dev.tsv").write_text("text/a.txt\t1\t5\n", encoding="utf-8")
    rows = ["gendered-term\tTrạm tuyển nữ hộ lý.", "lineage\tKho mở cửa.", "-\tKho đóng cửa."]
    (tmp_path / "cau.tsv").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


def test_one_command_writes_the_page(corpus: Path) -> None:
    out = corpus / "chat-luong.md"
    command = [
        sys.executable, str(ROOT / "benchmarks" / "quality.py"), "--labels", corpus / "dev.jsonl", "--docs",
        corpus / "dev.tsv", "--corpus", corpus, "--sentences", corpus / "cau.tsv", "--quiet", "1",
        "--out", out,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    page = out.read_text("utf-8")
    for said in (
        "| Từ ngữ mang giới | 1 | 1 | 1 | 1,00 (1,00–1,00) |",
        "| **Tất cả, trừ điểm tốt** | 2 | 2 | 1 | 0,50 (0,50–0,50) |",
        "| Dòng họ, tập quán trọng nam | 1 | 0 | 0 |",
        "(quy-tac/unequal-treatment.md#men-only-admission): 1 thừa trong 1 lần nêu",
        "- Dòng họ, tập quán trọng nam: sót 1",
        "| Từ ngữ mang giới | 1 | 1 | 1 |\n| Dòng họ, tập quán trọng nam | 1 | 0 | 0 |",
        "1 câu gần giống phải im lặng: 0 nhận xét thừa.",
        "1 văn bản có tỷ lệ từ chỉ người thấp nhất",
        "## Chỗ đã biết là chưa làm được",
        "(nêu thừa; ",
    ):
        assert said in page


def test_intervals_widen_where_documents_differ() -> None:
    good = Judged({(1, "lineage")}, {(1, "lineage")}, {(1, "lineage"): {"a"}})
    bad = Judged({(1, "lineage")}, {(2, "lineage")}, {(2, "lineage"): {"a", "b"}})
    documents = [good, bad]
    assert rates(*counts(documents, ["lineage"])) == (0.5, 0.5, 0.5)
    assert intervals(documents, ["lineage"])[2] == (0.0, 1.0)
    assert intervals([good, good], ["lineage"])[2] == (1.0, 1.0)
    assert by_rule(documents) == {"b": (1, 0), "a": (2, 1)}
    assert misses(documents) == {"lineage": 1}
