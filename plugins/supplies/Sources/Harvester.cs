using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Supplies;
using Memti.Abstractions.Units;
using Memti.Plugins.Supplies.Codes;

namespace Memti.Plugins.Supplies.Sources;

/// <summary>A source of steps.</summary>
internal sealed class Harvester(IReadOnlyList<SourceStep> steps, string summary) : ISupplySource
{
    public string Summary => summary;

    public long Steps => steps.Count;

    /// <summary>The source of options.</summary>
    /// <exception cref="MemtiException">Its recording cannot be used, or there is neither a recording nor a power.</exception>
    public static Harvester Of(HarvesterOptions options)
    {
        if (options.Recording is { } file && options.Power is null)
            return OfRecording(options, file);
        if (options.Power is { } power && options.Recording is null)
            return new(
                [new(SimTime.MaxValue, options.PanelV, power.Watts * options.Tracking / options.PanelV)],
                string.Create(CultureInfo.InvariantCulture, $"{power.Microwatts} uW"));
        throw new MemtiException(new Diagnostic(
            SupplyCodes.BadSupply, "a harvester has either 'recording' or 'power_uw'; permitted: one of them.")
        {
            Permitted = "recording or power_uw",
        });
    }

    public SourceStep StepAt(long index) => steps[(int)index];

    private static Harvester OfRecording(HarvesterOptions options, ScenarioFile file)
    {
        Recording recording = Hdf5Recording.Is(file) ? Hdf5Recording.Read(file, options) : CsvRecording.Read(file, options);
        string panel = recording.IsIrradiance || options.PanelCm2 != 1
            ? string.Create(CultureInfo.InvariantCulture, $", panel of {options.PanelCm2} cm2")
            : "";
        return new(RecordedSteps.Of(recording, file, options), file.Name + panel);
    }
}
