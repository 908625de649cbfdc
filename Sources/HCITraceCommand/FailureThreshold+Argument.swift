public import ArgumentParser
public import HCIReport

extension FailureThreshold: ExpressibleByArgument {}
