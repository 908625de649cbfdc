import HCITrace
