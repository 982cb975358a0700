"""Work shared out among processes: the same result, and no fault lost on the way."""

import multiprocessing
import os
import signal

import pytest

from plugins.model.problem import Problem, Problems
from plugins.sharing import WORTH_SHARING, WorkerLost, share_out
from tests.conftest import SmallSite
from tests.test_build import files

PIECES = list(range(WORTH_SHARING * 2))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_piece_is_done_once(jobs):
    shares = share_out(lambda share: [piece * 2 for piece in share], PIECES, jobs)
    assert sorted(done for share in shares for done in share) == [piece * 2 for piece in PIECES]


def test_a_few_pieces_stay_in_one_process():
    assert share_out(lambda share: os.getpid(), [1, 2, 3], 4) == [os.getpid()]


@pytest.mark.parametrize("broken", [PIECES[0], PIECES[1]], ids=["here", "elsewhere"])
def test_problems_come_back_whole_from_whichever_process(broken):
    def work(share):
        if broken in share:
            raise Problems([Problem("a.md", 3, "no-text")])

    with pytest.raises(Problems) as raised:
        share_out(work, PIECES, 2)
    assert [(p.path, p.line) for p in raised.value.problems] == [("a.md", 3)]


@pytest.mark.parametrize("platform", ["darwin", "win32", "freebsd14"])
def test_where_it_is_not_safe_to_fork_one_process_does_it_all(platform):
    done = share_out(lambda share: (os.getpid(), list(share)), PIECES, 4, platform=platform)
    assert done == [(os.getpid(), PIECES)]


def test_a_process_that_is_ended_from_outside_is_told_apart_from_a_fault_of_ours():
    here = os.getpid()

    def work(share):
        if os.getpid() != here and PIECES[1] in share:
            os.kill(os.getpid(), signal.SIGKILL)
        return [bytes(1_000_000)] if os.getpid() != here else []  # more than a pipe holds

    with pytest.raises(WorkerLost):
        share_out(work, PIECES, 3)
    assert multiprocessing.active_children() == []


def many_news(root):
    for number in range(WORTH_SHARING):
        folder = root / "content" / "news" / f"2025-01-01-haber-{number}"
        folder.mkdir(parents=True)
        header = f"---\ntitle: Haber {number}\nsummary: Özet {number}.\n---\n"
        text = f"{header}## Başlık\n\nMetin {number}.\n"
        (folder / "index.tr.md").write_text(text, encoding="utf-8")
    return SmallSite(root)


@pytest.mark.slow
def test_the_site_is_the_same_from_one_process_and_from_two(tmp_path):
    outputs = []
    for jobs in (1, 2):
        (tmp_path / str(jobs)).mkdir()
        outputs.append(files(many_news(tmp_path / str(jobs)).build(jobs=jobs)))
    assert outputs[0] == outputs[1]
