using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Units;
using Memti.Arrays.Organisations;
using Memti.Arrays.Profiles;
using Memti.Arrays.Search;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Memories;

/// <summary>Write pulses of a cell in its array.</summary>
internal static class ArrayPulses
{
    /// <summary>Write pulses with the share of decoders and drivers; null for cells that are written without pulses (SRAM).</summary>
    /// <param name="request">The array.</param>
    /// <param name="cell">Its cell.</param>
    /// <param name="banks">Its banks. The slowest one sets the times; energies are means over the cells.</param>
    /// <remarks>Energies in the cell are those with which the array was solved.</remarks>
    public static CellPulses? Of(ArrayRequest request, MemoryCell cell, IReadOnlyList<SolvedBank> banks)
    {
        if (cell is not { Set: { } set, Reset: { } reset })
            return null;
        ProfileRules rules = ProfileRules.Of(request.Profile);
        Process process = Process.Of(request.NodeNanometres, request.Roadmap, request.TemperatureKelvin);
        double cells = banks.Sum(static bank => bank.Cells);
        return new CellPulses
        {
            BitsPerCell = request.BitsPerCell,
            SetPulse = SimTime.FromSeconds(set.Seconds),
            ResetPulse = SimTime.FromSeconds(reset.Seconds),
            SetEnergy = Energy.FromJoules(CellEnergy.Set(process, rules, cell)),
            ResetEnergy = Energy.FromJoules(CellEnergy.Reset(process, rules, cell)),
            // Drive energy is per word access; a word drives all its cells at once, so each cell carries its share.
            PulseOverhead = Energy.FromJoules(banks.Sum(static bank => bank.DriveEnergy * bank.Cells) / cells / request.WordCells),
            PulseSetup = SimTime.FromSeconds(banks.Max(static bank => bank.DriveLatency)),
            Verify = SimTime.FromSeconds(banks.Max(static bank => bank.BitlineLatency + bank.MuxLatency + bank.SenseLatency)),
            TwoSteps = WriteTiming.Of(cell, rules, bitsPerCell: 1).Scheme == WriteTiming.Pulses.Both,
        };
    }
}
