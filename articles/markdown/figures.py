"""The figures of a claim as papers write them."""


def figure(claim):
    """0.58 (95% CI 0.44–0.72); where there is no difference to give, the result in words; or nothing."""
    if not claim["effect"]:
        return claim.get("result", "")
    said = number(claim["effect"])
    if not claim["low"]:
        return said
    low, high = number(claim["low"]), number(claim["high"])
    between = f"{low} to {high}" if "−" in low + high else f"{low}–{high}"
    return f"{said} (95% CI {between})"


def number(value):
    return str(value).replace("-", "−")
