namespace Memti.Runs.Reports;

/// <summary>The first design under one firmware, which saved energies are set against.</summary>
/// <param name="Design">Name of the first design.</param>
/// <param name="Firmware">Kind of the firmware.</param>
/// <param name="Options">Its options that are not at their default.</param>
/// <param name="EnergyPerFrameMj">Energy per frame in mJ.</param>
/// <param name="FramesMissed">Frames that were late or skipped.</param>
public sealed record BaselineSummary(
    string Design,
    string Firmware,
    IReadOnlyDictionary<string, string> Options,
    double EnergyPerFrameMj,
    long FramesMissed);
