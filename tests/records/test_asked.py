"""A fixed question gets the same answer from the driver and through Django's cursor."""

from typing import Any

import pytest
from django.db import DatabaseError, OperationalError, connection, transaction
from pytest_django import DjangoAssertNumQueries

from gongtu.records.asked import rows_of

pytestmark = pytest.mark.django_db
QUESTION = "SELECT 7 WHERE 1 = %s AND 'a' = %s"


def test_the_driver_finds_what_there_is() -> None:
    assert rows_of(QUESTION, 1, "a") == [(7,)]
    assert rows_of(QUESTION, 2, "a") == []


def test_who_counts_questions_counts_it(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        assert rows_of(QUESTION, 1, "a") == [(7,)]


def test_who_stands_before_the_database_sees_it() -> None:
    heard = []

    def listen(execute: Any, sql: str, *more: Any) -> Any:
        heard.append(sql)
        return execute(sql, *more)

    with connection.execute_wrapper(listen):
        assert rows_of(QUESTION, 1, "a") == [(7,)]
    assert heard == [QUESTION]


def test_a_transaction_that_failed_answers_nothing() -> None:
    with transaction.atomic():
        transaction.set_rollback(True)
        with pytest.raises(transaction.TransactionManagementError):
            rows_of(QUESTION, 1, "a")


def test_a_failure_is_the_one_that_the_rest_of_the_code_knows() -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        rows_of("SELECT nothing FROM nowhere")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_server_that_was_started_anew_is_asked_again() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no server")
    with pytest.raises(OperationalError):
        rows_of("SELECT pg_terminate_backend(pg_backend_pid())")

    assert rows_of(QUESTION, 1, "a") == [(7,)]


@pytest.mark.postgres
@pytest.mark.django_db
def test_within_a_transaction_that_is_lost_nothing_is_asked_again() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no server")
    with pytest.raises(OperationalError):
        rows_of("SELECT pg_terminate_backend(pg_backend_pid())")
