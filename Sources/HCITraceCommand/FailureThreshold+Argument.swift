public import ArgumentParser
public import HCIDiagnosis

extension FailureThreshold: ExpressibleByArgument {}
