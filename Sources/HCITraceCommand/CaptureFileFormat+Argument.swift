public import ArgumentParser
public import HCITrace

extension CaptureFileFormat: ExpressibleByArgument {}
