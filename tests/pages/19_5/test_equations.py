"""Page 19.5: each derived result against a route without it and udl.

TODO: a test for each result, `res-19-5-...` on the page, of this form:

    @pytest.mark.verifies("res-19-5-name")
    def test_what_is_claimed(claim):
        assert_allclose(claim(closed_form), by_another_route)
"""
