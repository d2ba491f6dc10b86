"""Page B.6: each derived result against a route without it and udl.

TODO: a test for each result, `res-b-6-...` on the page, of this form:

    @pytest.mark.verifies("res-b-6-name")
    def test_what_is_claimed(claim):
        assert_allclose(claim(closed_form), by_another_route)
"""
