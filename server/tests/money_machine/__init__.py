"""Whatever customers, the team, the bank, the network and the clock do to orders, in any order: the books agree with the
company's own book, nothing is given back twice, a visit stands only where its money is, no gift card is spent twice, and a tip
is owed to whom it was for."""
