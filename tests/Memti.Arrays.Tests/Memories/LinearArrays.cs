using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Arrays.Tests.Memories;

/// <summary>A solver for tests, in closed form: area, leakage and wake-up go with the cells, a read takes 2 ns and 6.4 pJ.</summary>
internal sealed class LinearArrays(params MemoryCell[] cells) : IArraySolver
{
    public ArrayFigures Solve(ArrayRequest request)
    {
        MemoryCell cell = Cell(request.Cell);
        bool pulsed = cell.Set is not null;
        return new ArrayFigures
        {
            Cells = request.Cells,
            Banks = (int)((request.Cells + 1048575) / 1048576),
            WordCells = request.WordCells,
            Area = Area.FromSquareMillimetres(request.Cells * cell.AreaF2 * 484e-12),
            Leakage = Power.FromWatts(request.Cells * 1e-10),
            ReadLatency = SimTime.FromNanoseconds(2),
            WriteLatency = SimTime.FromNanoseconds(pulsed ? 1 + (Math.Max(cell.Set!.Seconds, cell.Reset!.Seconds) * 1e9) : 2.5),
            ReadCellsPerSecond = request.WordCells / 2e-9,
            ReadEnergy = Energy.FromPicojoules(6.4),
            WriteEnergy = Energy.FromPicojoules(12.8)
                + Energy.FromJoules(request.WordCells * Math.Max(cell.Set?.Joules ?? 0, cell.Reset?.Joules ?? 0)),
            Pulses = pulsed ? Pulses(cell, request) : null,
            DriveLatency = SimTime.FromNanoseconds(1),
            DriveEnergy = Energy.FromPicojoules(12.8),
            WakeLatency = SimTime.FromNanoseconds(100),
            WakeEnergy = Energy.FromJoules(request.Cells * 1e-16),
            RetentionPower = cell.RetentionVolts is null ? null : Power.FromWatts(request.Cells * 3e-11),
            OffPower = Power.FromWatts(request.Cells * 1e-12),
            Organisation = FormattableString.Invariant($"{request.Cells} cells of {cell.Name}"),
            Status = NumberStatus.Derived,
        };
    }

    private static CellPulses Pulses(MemoryCell cell, ArrayRequest request) => new()
    {
        BitsPerCell = request.BitsPerCell,
        SetPulse = SimTime.FromSeconds(cell.Set!.Seconds),
        ResetPulse = SimTime.FromSeconds(cell.Reset!.Seconds),
        SetEnergy = Energy.FromJoules(cell.Set.Joules!.Value),
        ResetEnergy = Energy.FromJoules(cell.Reset.Joules!.Value),
        PulseOverhead = Energy.FromPicojoules(12.8) / request.WordCells,
        PulseSetup = SimTime.FromNanoseconds(1),
    };

    public MemoryCell Cell(string name) =>
        cells.FirstOrDefault(cell => cell.Name == name)
            ?? throw new MemtiException(DiagnosticCode.UnknownCell, $"there is no cell '{name}'.");
}
