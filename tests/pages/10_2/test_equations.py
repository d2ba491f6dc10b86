"""Page 10.2: each derived result against a route without it and udl.

TODO: a test for each result, `res-10-2-...` on the page, of this form:

    @pytest.mark.verifies("res-10-2-name")
    def test_what_is_claimed(claim):
        assert_allclose(claim(closed_form), by_another_route)
"""
