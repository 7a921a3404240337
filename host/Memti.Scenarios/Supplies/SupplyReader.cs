using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Documents.Parameters;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Codes;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Supplies;

/// <summary>Reads the section <c>supply</c>: where the energy of a design comes from.</summary>
internal static class SupplyReader
{
    private const double MostVolts = 1000;
    private const string Voltage = "a voltage in V, above 0";

    private static readonly DocumentKey<Section?> Source = Part("source");
    private static readonly DocumentKey<Section?> Charger = Part("charger");
    private static readonly DocumentKey<Section?> Storage = new("storage", "", Components.Supply) { Required = "a mapping" };
    private static readonly DocumentKey<Section?> Regulator = Part("regulator");

    private static readonly DocumentKey<double?> Rail = new(
        "rail_nominal_v",
        "Without a regulator: voltage at which components have the power that they state. What leaks is then linear in the voltage of the "
            + "storage, and work, clocks and refresh go with its square",
        1e-3,
        MostVolts)
    {
        Unit = "v",
        DefaultWords = "power does not depend on the voltage",
    };

    private static readonly DocumentKey<double?> On =
        Volts("on_v", "Voltage of the storage from which the device is switched on", Voltage);

    private static readonly DocumentKey<double?> Off =
        Volts("off_v", "Voltage of the storage at which the device loses power; below on_v", Voltage);

    private static readonly DocumentKey<double?> Warning =
        Volts("warning_v", "Voltage of the storage at which firmware is warned; above off_v", required: null);

    private static readonly DocumentKey<double?> Dropout = new(
        "dropout_v", "Voltage of the storage at which the device loses power also between two looks of the supervisor", 1e-6, MostVolts)
    {
        Unit = "v",
        DefaultWords = "off_v",
    };

    private static readonly DocumentKey<double> CheckInterval =
        new("check_interval_ms", "Time between two looks of the supervisor at the voltage; 0 for always", 0, 3_600_000) { Unit = "ms" };

    private static readonly DocumentKey<double> Boot =
        new("boot_ms", "Time from power to the first instruction of firmware, with everything on", 0, 3_600_000) { Unit = "ms" };

    private static readonly DocumentKey<double> Quiescent =
        new("quiescent_uw", "Power that supervisor and converters take from the storage while the device is on", 0, 1e9) { Unit = "uw" };

    /// <summary>The section.</summary>
    public static SectionType Form { get; } = new(new KeySection(
        Source, Charger, Storage, Regulator, Rail, On, Off, Dropout, Warning, CheckInterval, Boot, Quiescent));

    /// <summary>The supply; null, with findings, when it cannot be used.</summary>
    public static SupplySpec? Read(Section supply, ComponentBinder binder)
    {
        ComponentSpec? source = Bind(supply, Source, binder);
        ComponentSpec? charger = Bind(supply, Charger, binder);
        ComponentSpec? storage = Bind(supply, Storage, binder);
        ComponentSpec? regulator = Bind(supply, Regulator, binder);
        (double? on, double? off, double? warning) = (On.Read(supply), Off.Read(supply), Warning.Read(supply));
        double? dropout = Dropout.Read(supply);
        double? rail = Rail.Read(supply);
        if (on is null || off is null || storage is null || !AreOrdered(supply, on.Value, off.Value, warning, dropout))
            return null;
        if (rail is not null && Regulator.Find(supply) is not null)
        {
            supply.Findings.Add(
                DiagnosticCode.ValueOutOfRange,
                Rail.Find(supply)!.Place,
                $"'{Rail.Name}' stands beside '{Regulator.Name}', behind which the voltage is constant; permitted: one of them.",
                permitted: "one of them");
            return null;
        }

        return new SupplySpec
        {
            Place = supply.Node.Place,
            Source = source,
            Charger = charger,
            Storage = storage,
            Regulator = regulator,
            RailVolts = rail,
            OnVolts = on.Value,
            OffVolts = off.Value,
            DropoutVolts = dropout,
            WarningVolts = warning,
            CheckInterval = SimTime.FromMilliseconds(CheckInterval.Read(supply)),
            Boot = SimTime.FromMilliseconds(Boot.Read(supply)),
            Quiescent = Power.FromMicrowatts(Quiescent.Read(supply)),
        };
    }

    private static DocumentKey<Section?> Part(string name) => new(name, "", Components.Supply);

    private static DocumentKey<double?> Volts(string name, string what, string? required) =>
        new(name, what, 1e-6, MostVolts) { Unit = "v", Required = required };

    private static ComponentSpec? Bind(Section supply, DocumentKey<Section?> key, ComponentBinder binder) =>
        key.Read(supply) is { } part ? binder.Bind(part.Node, Components.Supply) : null;

    /// <summary>A device whose supply switches off where it switches on would do both at once.</summary>
    private static bool AreOrdered(Section supply, double on, double off, double? warning, double? dropout)
    {
        bool isOn = on > off || Refuse(supply, Off, off, string.Create(CultureInfo.InvariantCulture, $"below 'on_v', {on:R} V"));
        bool isWarning = warning is not { } volts
            || volts > off
            || Refuse(supply, Warning, volts, string.Create(CultureInfo.InvariantCulture, $"above 'off_v', {off:R} V"));
        bool isDropout = dropout is not { } least
            || least <= off
            || Refuse(supply, Dropout, least, string.Create(CultureInfo.InvariantCulture, $"up to 'off_v', {off:R} V"));
        return isOn && isWarning && isDropout;
    }

    private static bool Refuse(Section supply, DocumentKey key, double volts, string permitted)
    {
        string value = volts.ToString("R", CultureInfo.InvariantCulture);
        supply.Findings.Add(
            ScenarioCodes.SupplyThresholds,
            key.Find(supply)!.Place,
            $"'{key.Name}' is {value} V; permitted: {permitted}.",
            value,
            permitted);
        return false;
    }
}
