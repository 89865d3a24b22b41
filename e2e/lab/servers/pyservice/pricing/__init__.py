"""Prices in whole cents, with the discount that sales agreed on in 2017."""


def total(quantity: int, cents: int) -> int:
    price = quantity * cents
    return price - price // 20 if quantity >= 100 else price
