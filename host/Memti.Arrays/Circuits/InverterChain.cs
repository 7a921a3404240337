using System.Runtime.CompilerServices;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>A chain of inverters that drives a wire, sized by logical effort. Source: NVSim, OutputDriver.cpp.</summary>
internal sealed class InverterChain
{
    /// <summary>Longest chain in stages. NVSim, constant.h, MAX_INV_CHAIN_LEN.</summary>
    private const int MostStages = 20;
    /// <summary>Effort per stage: close to the optimum of e, and what NVSim uses (constant.h, OPT_F).</summary>
    private const double StageEffort = 4;
    private static readonly double LogStageEffort = Math.Log(StageEffort);

    private readonly double[] _taus;
    private readonly double _slope;

    private InverterChain(Process process, ReadOnlySpan<double> nmos, double outputFarads, double outputOhms)
    {
        _taus = new double[nmos.Length];
        _slope = new Gate(1, nmos[0], nmos[0] * process.PToN).PullDownSlope(process);
        Span<GateLoad> loads = stackalloc GateLoad[nmos.Length];
        for (int stage = 0; stage < nmos.Length; stage++)
            AddStage(process, new Gate(1, nmos[stage], nmos[stage] * process.PToN), out loads[stage]);
        Drive(process, nmos, loads, outputFarads, outputOhms);
        Input = loads[0].Input;
        FirstOutput = loads[0].Output;
    }

    /// <summary>Load of the chain's input in F.</summary>
    public double Input { get; }

    /// <summary>Drain capacitance of the first stage in F.</summary>
    public double FirstOutput { get; }

    /// <summary>Height in m.</summary>
    public double Height { get; private set; }

    /// <summary>Width in m.</summary>
    public double Width { get; private set; }

    /// <summary>Leakage in W.</summary>
    public double Leakage { get; private set; }

    /// <summary>Energy of one transition in J.</summary>
    public double Energy { get; private set; }

    /// <summary>
    /// Sizes the chain between a gate and a load. Null when the current needs an NMOS wider than <see cref="Layout.WidestNmos"/>.
    /// </summary>
    /// <param name="process">The transistors.</param>
    /// <param name="driver">The gate in front of the chain. Its logical effort and input load enter the path effort.</param>
    /// <param name="outputFarads">Load in F.</param>
    /// <param name="outputOhms">Wire resistance of the load in ohm.</param>
    /// <param name="style">Sizing goal.</param>
    /// <param name="leastAmperes">Current that the last stage must carry in A.</param>
    public static InverterChain? Between(
        Process process,
        Gate driver,
        double outputFarads,
        double outputOhms,
        DriverStyle style = DriverStyle.Latency,
        double leastAmperes = 0)
    {
        double least = Math.Max(Layout.NarrowestNmos * process.F, leastAmperes / process.OnNmos);
        if (least > Layout.WidestNmos * process.F)
            return null;
        Span<double> widths = stackalloc double[MostStages + 1];
        double effort = driver.LogicalEffort(process) / driver.InputFarads(process);
        int stages = style switch
        {
            DriverStyle.Latency => SizeForLatency(process, widths, effort, outputFarads, least),
            DriverStyle.Balanced => SizeForCurrent(process, widths, effort, least),
            _ => SizeSingle(widths, least),
        };
        return new InverterChain(process, widths[..stages], outputFarads, outputOhms);
    }

    /// <summary>Delay in s.</summary>
    /// <param name="ramp">Slope of the input in 1/s; replaced by that of the output.</param>
    public double Delay(ref double ramp)
    {
        double delay = 0;
        foreach (double tau in _taus)
            delay += Edge.Delay(tau, _slope, ref ramp);
        return delay;
    }

    private static int SizeForLatency(Process process, Span<double> widths, double effortPerFarad, double outputFarads, double least)
    {
        double path = Math.Max(1, effortPerFarad * outputFarads);
        int stages = OddStages(path);
        // The driving gate is a stage of its own: the path effort is spread over one stage more than the chain has inverters.
        double perStage = Math.Pow(path, 1.0 / (stages + 1));
        double last = Math.Max(Layout.NarrowestNmos * process.F, outputFarads / perStage / process.GateFaradsPerMetre / (1 + process.PToN));
        double widest = Layout.WidestNmos * process.F;
        if (last > widest)
        {
            // The widest transistor cannot drive the load at this effort. The chain then ends with it, and only the stages before it taper.
            last = widest;
            perStage = Math.Pow(effortPerFarad * (process.GateFaradsPerMetre * ((1 + process.PToN) * widest)), 1.0 / stages);
        }

        if (last < least)
            // Sized for delay, the last stage could not carry the current.
            return SizeForCurrent(process, widths, effortPerFarad, least);
        Taper(process, widths[..stages], last, perStage);
        return stages;
    }

    private static int SizeForCurrent(Process process, Span<double> widths, double effortPerFarad, double least)
    {
        double path = Math.Max(1, effortPerFarad * (process.GateFaradsPerMetre * least * (1 + process.PToN)));
        int before = OptimalStages(path);
        // Even number of stages before the last one: the chain as a whole inverts.
        before = Math.Min(before + (before % 2), MostStages);
        Taper(process, widths[..(before + 1)], least, Math.Pow(path, 1.0 / (before + 1)));
        return before + 1;
    }

    private static int SizeSingle(Span<double> widths, double least)
    {
        widths[0] = least;
        return 1;
    }

    // An odd number of inverters: the output of a selected NAND is low, and its row must be high.
    private static int OddStages(double path)
    {
        int stages = OptimalStages(path);
        return Math.Min(stages + 1 - (stages % 2), MostStages);
    }

    // Truncation to int after adding 0.5, not Math.Round: NVSim rounds this way, and one stage more or less changes every figure.
    private static int OptimalStages(double path) => Math.Max(0, (int)((Math.Log(path) / LogStageEffort) + 0.5) - 1);

    private static void Taper(Process process, Span<double> widths, double last, double perStage)
    {
        widths[^1] = last;
        for (int stage = widths.Length - 2; stage >= 0; stage--)
            widths[stage] = Math.Max(Layout.NarrowestNmos * process.F, widths[stage + 1] / perStage);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddStage(Process process, Gate inverter, out GateLoad load)
    {
        Extent extent = inverter.Extent(process, process.F * Layout.AreaRegion);
        Height = Math.Max(Height, extent.Height);
        Width += extent.Width;
        Leakage += inverter.LeakageAmperes(process) * process.Supply;
        load = inverter.Load(process, process.F * Layout.LoadRegion);
    }

    private void Drive(Process process, ReadOnlySpan<double> nmos, ReadOnlySpan<GateLoad> loads, double outputFarads, double outputOhms)
    {
        for (int stage = 0; stage < nmos.Length; stage++)
        {
            bool last = stage == nmos.Length - 1;
            // Elmore delay: half of the wire's resistance meets the whole load at the last stage.
            double farads = loads[stage].Output + (last ? outputFarads : loads[stage + 1].Input);
            _taus[stage] = (OnResistance.Nmos(process, nmos[stage]) * farads) + (last ? outputFarads * outputOhms / 2 : 0);
            Energy += farads * process.Supply * process.Supply;
        }
    }
}
