using Memti.Abstractions.Cells;
using Memti.Arrays.Circuits;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>Electrical load of a cell on its lines and its resistance as seen from them; equal in all sub-arrays. SI units.</summary>
/// <remarks>NVSim, SubArray.cpp (Initialize).</remarks>
internal sealed class CellLine
{
    /// <summary>
    /// Channel width in F of a cell that is its own transistor and states no width: the feature size, as the fork takes for CTT.
    /// </summary>
    public const double SmallestChannel = 1;

    /// <summary>Computes the loads and resistances of a cell.</summary>
    public CellLine(Process process, ProfileRules rules, MemoryCell cell)
    {
        double f = process.F;
        double width = cell.WidthF * f;
        switch (cell.Kind)
        {
            case CellKind.Sram:
                AccessOhms = OnResistance.Nmos(process, cell.AccessWidthF * f);
                AccessFarads = Gate.NmosDrainFarads(process, cell.AccessWidthF * f, width);
                // Two access transistors hang on the word line; on each bit line two cells share a drain contact.
                WordlineFarads = 2 * process.GateFaradsPerMetre * (cell.AccessWidthF * f);
                BitlineFarads = AccessFarads / 2;
                break;
            case CellKind.Ctt:
                AccessOhms = OnResistance.Nmos(process, SmallestChannel * f);
                AccessFarads = Gate.NmosDrainFarads(process, SmallestChannel * f, width);
                WordlineFarads = process.GateFaradsPerMetre * (SmallestChannel * f);
                BitlineFarads = AccessFarads;
                break;
            case CellKind.Fefet when rules.IsTransistor(cell):
                // Its stated resistances are those of the channel, so nothing stands in series with them.
                AccessFarads = Gate.NmosDrainFarads(process, ChannelF(cell) * f, width);
                WordlineFarads = process.FerroelectricGateFaradsPerMetre * (ChannelF(cell) * f);
                BitlineFarads = AccessFarads;
                break;
            case var kind when cell.Access == AccessDevice.Cmos:
                double perMetre = kind == CellKind.Fefet ? process.FerroelectricGateFaradsPerMetre : process.GateFaradsPerMetre;
                AccessOhms = OnResistance.Nmos(process, cell.AccessWidthF * f);
                AccessFarads = Gate.NmosDrainFarads(process, cell.AccessWidthF * f, width);
                WordlineFarads = perMetre * (cell.AccessWidthF * f);
                BitlineFarads = AccessFarads / 2;
                break;
            default:
                // Both states occur on a line. The larger capacitance bounds its load.
                AccessFarads = Math.Max(cell.OnFarads, cell.OffFarads);
                WordlineFarads = AccessFarads;
                BitlineFarads = AccessFarads;
                break;
        }

        OnOhms = AccessOhms + cell.OnOhms;
        OffOhms = AccessOhms + cell.OffOhms;
    }

    /// <summary>Channel width in F of a cell that is its own transistor.</summary>
    public static double ChannelF(MemoryCell cell) => cell.AccessWidthF > 0 ? cell.AccessWidthF : SmallestChannel;

    /// <summary>Resistance of the access device.</summary>
    public double AccessOhms { get; }

    /// <summary>Capacitance of the access device at the bit line.</summary>
    public double AccessFarads { get; }

    /// <summary>Load of one cell on the word line.</summary>
    public double WordlineFarads { get; }

    /// <summary>Load of one cell on the bit line; half a drain where two cells share the contact.</summary>
    public double BitlineFarads { get; }

    /// <summary>Low resistance, access device included.</summary>
    public double OnOhms { get; }

    /// <summary>High resistance, access device included.</summary>
    public double OffOhms { get; }
}
