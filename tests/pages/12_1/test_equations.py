"""Page 12.1: each derived result against a route without it and udl.

TODO: a test for each result, `res-12-1-...` on the page, of this form:

    @pytest.mark.verifies("res-12-1-name")
    def test_what_is_claimed(claim):
        assert_allclose(claim(closed_form), by_another_route)
"""
