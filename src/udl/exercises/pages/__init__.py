"""The exercises and questions of each page: page 5.1 in ``p5_1``, loaded by id."""
