using Memti.Abstractions.Supplies;

namespace Memti.Runs.Planning;

/// <summary>A plugin's storage whose exceptions name the plugin.</summary>
internal sealed class GuardedStorage(ISupplyStorage storage, PartCall call) : ISupplyStorage
{
    public string Summary => storage.Summary;

    public int StateLength { get; } = Math.Max(1, storage.StateLength);

    public bool IsInexhaustible { get; } = storage.IsInexhaustible;

    public void Begin(Span<double> state)
    {
        try
        {
            storage.Begin(state);
        }
        catch (Exception error) when (PartCall.IsOfPlugin(error))
        {
            throw call.Threw(nameof(Begin), error);
        }
    }

    public double Volts(ReadOnlySpan<double> state, double watts)
    {
        try
        {
            return storage.Volts(state, watts);
        }
        catch (Exception error) when (PartCall.IsOfPlugin(error))
        {
            throw call.Threw(nameof(Volts), error);
        }
    }

    public double Joules(ReadOnlySpan<double> state)
    {
        try
        {
            return storage.Joules(state);
        }
        catch (Exception error) when (PartCall.IsOfPlugin(error))
        {
            throw call.Threw(nameof(Joules), error);
        }
    }

    public double SecondsTo(ReadOnlySpan<double> state, double watts, double volts)
    {
        try
        {
            return storage.SecondsTo(state, watts, volts);
        }
        catch (Exception error) when (PartCall.IsOfPlugin(error))
        {
            throw call.Threw(nameof(SecondsTo), error);
        }
    }

    public StorageLoss Advance(Span<double> state, double watts, double seconds)
    {
        try
        {
            return storage.Advance(state, watts, seconds);
        }
        catch (Exception error) when (PartCall.IsOfPlugin(error))
        {
            throw call.Threw(nameof(Advance), error);
        }
    }
}
