using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Plugins.ImcCluster.Memories;

/// <summary>Options of a memory of phase-change crossbars.</summary>
public sealed class PcmCrossbarOptions
{
    private const string Cluster = "Garofalo et al., JETCAS 12(2) 2022 (second-hand summary of the full text)";
    private const string Simulator = "gvsoc/gvsoc-pulp, pulp/ima/ima_v1_impl.cpp and its generator defaults";
    private const string Hermes = "Le Gallo et al., Nature Electronics 2023 (second-hand summary of the full text)";

    /// <summary>Arrays. Default: null, for as many as the contents need.</summary>
    [Parameter(
        "Arrays; leave out for as many as the contents need", Minimum = 1, Maximum = 1048576,
        Source = "the contents", Status = NumberStatus.Derived)]
    public int? Arrays { get; set; }

    /// <summary>Rows of an array. Range: 1 to 4096. Default: 256.</summary>
    [Parameter("Rows of an array, as of the accelerator", Minimum = 1, Maximum = 4096, Source = Cluster, Status = NumberStatus.Published)]
    public int Rows { get; set; } = 256;

    /// <summary>Columns of an array. Range: 1 to 4096. Default: 256.</summary>
    [Parameter(
        "Columns of an array, as of the accelerator", Minimum = 1, Maximum = 4096, Source = Cluster, Status = NumberStatus.Published)]
    public int Columns { get; set; } = 256;

    /// <summary>Area of an array of 256 x 256 with its converters. Range: 0.001 to 1000 mm². Default: 0.83 mm².</summary>
    [Parameter(
        "Area of an array of 256 x 256 with its converters, at 22 nm; others in proportion to their cells",
        Unit = "mm2",
        Minimum = 0.001,
        Maximum = 1000,
        Source = Cluster,
        Status = NumberStatus.Published)]
    public Area Array { get; set; } = Area.FromSquareMillimetres(0.83);

    /// <summary>Devices for each weight and polarity. Range: 1 to 2. Default: 2.</summary>
    [Parameter(
        "Phase-change devices for each weight and polarity",
        Minimum = 1,
        Maximum = 2,
        Source = "HERMES core, JSSC 57(4) 2022: two positive and two negative devices",
        Status = NumberStatus.Published)]
    public int Devices { get; set; } = 2;

    /// <summary>Whose statistics conductances follow. Default: those of the HERMES core.</summary>
    [Parameter(
        "Whose statistics conductances follow: hermes, nandakumar (single phase-change devices) or stated (see sigma); for the last two, "
            + "devices is 1",
        Source = "IBM/aihwkit 4545f11b, inference/noise: what the makers fitted to the core",
        Status = NumberStatus.Published)]
    public CrossbarStatistics Statistics { get; set; } = CrossbarStatistics.Hermes;

    /// <summary>Standard deviation after programming over the greatest conductance. Range: 0 to 1. Default: 0.</summary>
    [Parameter(
        "With statistics: stated, the standard deviation after programming, over the greatest conductance",
        Minimum = 0,
        Maximum = 1,
        Source = "no deviation is stated",
        Status = NumberStatus.Derived)]
    public double Sigma { get; set; }

    /// <summary>What the conductance over the greatest one adds to <see cref="Sigma"/>. Range: -10 to 10. Default: 0.</summary>
    [Parameter(
        "With statistics: stated, what adds to sigma for each unit of conductance over the greatest one; sigma is never below 0",
        Minimum = -10,
        Maximum = 10,
        Source = "no deviation is stated",
        Status = NumberStatus.Derived)]
    public double SigmaSlope { get; set; }

    /// <summary>What the square of that adds to <see cref="Sigma"/>. Range: -10 to 10. Default: 0.</summary>
    [Parameter(
        "With statistics: stated, what adds to sigma for each unit of the square of that conductance",
        Minimum = -10,
        Maximum = 10,
        Source = "no deviation is stated",
        Status = NumberStatus.Derived)]
    public double SigmaCurve { get; set; }

    /// <summary>Greatest conductance over the least one. Range: 1.01 to 1e12. Default: null, for a least one of zero.</summary>
    [Parameter(
        "With statistics: stated, the greatest conductance over the least one; leave out for a least one of zero",
        Minimum = 1.01,
        Maximum = 1e12,
        Source = "a polarity without a weight conducts nothing",
        Status = NumberStatus.Derived)]
    public double? OnOffRatio { get; set; }

    /// <summary>Bits of a programmed weight. Range: 2 to 8. Default: 4.</summary>
    [Parameter(
        "Bits of a weight as it is programmed: sign and magnitude, so 4 are -7 to 7; 8 programs every code",
        Unit = "bit",
        Minimum = 2,
        Maximum = 8,
        Source = Cluster + "; " + Simulator,
        Status = NumberStatus.Published)]
    public int WeightBits { get; set; } = 4;

    /// <summary>Time since programming. Range: 0 to 1e10 s. Default: a day.</summary>
    [Parameter(
        "Time since programming at which weights are used; 0: as programming left them, without noise of reads",
        Unit = "s",
        Minimum = 0,
        Maximum = 1e10,
        Low = 3600,
        High = 31536000,
        Source = "a day",
        Status = NumberStatus.Assumed)]
    public double AgeS { get; set; } = 86400;

    /// <summary>True when outputs are scaled by the mean drift. Default: true.</summary>
    [Parameter(
        "Scale all outputs by the mean drift of weights that fill the range evenly",
        Source = "the usual compensation; one factor for all arrays",
        Status = NumberStatus.Assumed)]
    public bool DriftCompensation { get; set; } = true;

    /// <summary>Time of a write of eight weights. Range: 1 to 1e9 ns. Default: 1000 ns.</summary>
    [Parameter(
        "Time of a write of eight weights, with its verifying reads",
        Unit = "ns",
        Minimum = 1,
        Maximum = 1e9,
        Source = Simulator + "; a row or diagonal at 20 to 30 products of 130 ns would be ten times as fast",
        Status = NumberStatus.Published)]
    public SimTime Write { get; set; } = SimTime.FromNanoseconds(1000);

    /// <summary>Time of a read of eight weights. Range: 1 to 1e9 ns. Default: 10 ns.</summary>
    [Parameter(
        "Time of a digital read of eight weights",
        Unit = "ns",
        Minimum = 1,
        Maximum = 1e9,
        Source = Simulator,
        Status = NumberStatus.Published)]
    public SimTime Read { get; set; } = SimTime.FromNanoseconds(10);

    /// <summary>Pulses that program a device. Range: 1 to 1000. Default: 30.</summary>
    [Parameter(
        "Pulses that program a device, each with a verifying read", Minimum = 1, Maximum = 1000, Low = 10, High = 30,
        Source = Hermes + ": at most 30 rounds", Status = NumberStatus.Published)]
    public int ProgramPulses { get; set; } = 30;

    /// <summary>Energy of a pulse of one device. Range: 0 to 1e6 pJ. Default: 5 pJ.</summary>
    [Parameter(
        "Energy of a pulse of one device, with its verifying read",
        Unit = "pj",
        Minimum = 0,
        Maximum = 1e6,
        Low = 1,
        High = 20,
        Source = "100 uA at 1 V for 50 ns; moves deployments alone",
        Status = NumberStatus.Assumed)]
    public Energy Pulse { get; set; } = Energy.FromPicojoules(5);

    /// <summary>Energy of a digital read of a weight. Range: 0 to 1e6 pJ. Default: 1 pJ.</summary>
    [Parameter(
        "Energy of a digital read of one weight; products are the accelerator's",
        Unit = "pj",
        Minimum = 0,
        Maximum = 1e6,
        Source = "three times a weight's part of a product of 20.5 nJ; moves no inference",
        Status = NumberStatus.Assumed)]
    public Energy ReadWeight { get; set; } = Energy.FromPicojoules(1);

    /// <summary>Leakage of an array while on. Range: 0 to 1e6 µW. Default: 20 µW.</summary>
    [Parameter(
        "Leakage of an array with its converters while it is on; off, a hundredth of it leaks through the power switch",
        Unit = "uw",
        Minimum = 0,
        Maximum = 1e6,
        Low = 0,
        High = 200,
        Source = "cells leak nothing, converters do; no figure is published",
        Status = NumberStatus.Assumed)]
    public Power Leakage { get; set; } = Power.FromMicrowatts(20);

    /// <summary>Writes that a device survives. Range: 1 to 1e16. Default: 1e8.</summary>
    [Parameter(
        "Pulses that a device survives", Unit = "cycles", Minimum = 1, Maximum = 1e16,
        Source = "survey of 19 PCM publications 2014-2020 behind NVMExplorer: median of 13", Status = NumberStatus.Published)]
    public double EnduranceCycles { get; set; } = 1e8;

    /// <summary>Retention in years. Range: 0.001 to 1000. Default: 10.</summary>
    [Parameter(
        "How long contents last without power; drift is what happens meanwhile", Unit = "years", Minimum = 0.001, Maximum = 1000,
        Source = "survey of 19 PCM publications 2014-2020 behind NVMExplorer: median of 6", Status = NumberStatus.Published)]
    public double RetentionYears { get; set; } = 10;
}
