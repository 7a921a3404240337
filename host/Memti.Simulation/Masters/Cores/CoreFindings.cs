using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Processors;
using Memti.Abstractions.Units;
using Memti.Simulation.Codes;
using Memti.Simulation.Executables;

namespace Memti.Simulation.Masters.Cores;

/// <summary>What firmware on a core can do wrong, with the place in its code.</summary>
internal sealed class CoreFindings(SymbolTable symbols)
{
    private const int ShownCalls = 4;

    private MemtiException? _last;

    /// <summary>True for an error that this class has made.</summary>
    public bool IsOwn(MemtiException error) => error == _last;

    /// <summary>An error of a device, with the place of the core.</summary>
    public MemtiException At(MemtiException error, CoreDebug core)
    {
        string place = symbols.Describe(core.ProgramCounter);
        return _last = new(
            error.Diagnostic with { Message = $"{error.Diagnostic.Message} The core was at {place}{Calls(core)}." }, error);
    }

    public MemtiException Fault(CoreDebug core)
    {
        CoreFault? fault = core.Fault;
        string place = symbols.Describe(fault?.ProgramCounter ?? core.ProgramCounter);
        string what = fault is null
            ? "an exception that no handler took"
            : string.Create(CultureInfo.InvariantCulture, $"{fault.Summary} (cause {fault.Cause}, value 0x{fault.Value:x8})");
        return Of(SimulationCodes.CoreFault, $"The core stopped at {place}: {what}{Calls(core)}.");
    }

    public MemtiException SleepsForEver(CoreDebug core) => Of(
        SimulationCodes.CoreSleeps,
        $"The firmware waits for an interrupt at {symbols.Describe(core.ProgramCounter)}, and nothing that may wake it is under way"
            + $"{Calls(core)}.");

    public MemtiException NeverWaits(SimTime limit, CoreDebug core) => Of(
        SimulationCodes.CoreNeverWaits,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The firmware has run for {limit.Seconds:R} s of simulated time without waiting for an interrupt; the core is at ")
            + $"{symbols.Describe(core.ProgramCounter)}{Calls(core)}.");

    public MemtiException Failed(int code, CoreDebug core) => Of(
        SimulationCodes.FirmwareFailed,
        string.Create(CultureInfo.InvariantCulture, $"The firmware ended the run with failure {code} at ")
            + $"{symbols.Describe(core.ProgramCounter)}{Calls(core)}.");

    private MemtiException Of(string code, string message) => _last = new(code, message);

    private string Calls(CoreDebug core)
    {
        string[] calls = [.. core.LastCalls.Take(ShownCalls).Select(symbols.Describe)];
        return calls.Length == 0 ? "" : $"; last calls return to {string.Join(", ", calls)}";
    }
}
