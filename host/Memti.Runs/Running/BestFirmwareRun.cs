using Memti.Simulation.Runs;

namespace Memti.Runs.Running;

/// <summary>A design under the best firmware that it can have.</summary>
/// <param name="Firmware">That firmware.</param>
/// <param name="Workload">The run over the design's whole workload.</param>
/// <param name="Trials">What was tried to find it.</param>
internal sealed record BestFirmwareRun(FirmwareCandidate Firmware, SimulationResult Workload, IReadOnlyList<FirmwareTrial> Trials);

/// <summary>A firmware tried on a design.</summary>
/// <param name="Firmware">The firmware.</param>
/// <param name="Result">The run over the start of the workload.</param>
internal sealed record FirmwareTrial(FirmwareCandidate Firmware, SimulationResult Result);
