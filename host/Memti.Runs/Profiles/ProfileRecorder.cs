using System.Globalization;
using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Runs.Codes;
using Memti.Runs.Listening;
using Memti.Simulation.Executables;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Profiles;

/// <summary>
/// Attributes time and energy of the core to the functions that firmware is in. What the core spends without executing lies in names of
/// its own: <c>[waiting]</c> under the function that waits, <c>[waking]</c>, <c>[retention]</c> and <c>[off]</c> beside the functions.
/// Nothing is left out: the sum is the core's energy in the report, and the duration of the run.
/// </summary>
/// <param name="symbols">Names of functions; null for addresses.</param>
internal sealed class ProfileRecorder(SymbolTable? symbols) : MachineListener
{
    private readonly ProfileNode _root = new("", null);
    private readonly CallStack _stack = new(symbols);
    private IEnergyTotals _totals = null!;
    private ProfileNode _function = null!;
    private PowerState _state = PowerState.On;
    private bool _executes;
    private int _core;
    private Int128 _time;
    private double _energy;

    /// <inheritdoc />
    public override bool WantsCalls => true;

    /// <summary>True when the machine has a core.</summary>
    public bool HasCore => _core >= 0;

    /// <inheritdoc />
    public override void Begin(MachineNames names, IEnergyTotals totals)
    {
        (_core, _totals) = (names.Core, totals);
        _function = _root;
    }

    /// <inheritdoc />
    public override void Power(Int128 time, int component, PowerState state, long latency)
    {
        if (component != _core)
            return;
        Spend(time);
        _state = state;
        if (state != PowerState.Off)
            return;
        _stack.Clear();
        _function = _root;
    }

    /// <inheritdoc />
    public override void Executes(Int128 time, bool isExecuting)
    {
        Spend(time);
        _executes = isExecuting;
    }

    /// <inheritdoc />
    public override void Restarted(Int128 time, ulong entry)
    {
        Spend(time);
        _stack.Start(entry);
        Find();
    }

    /// <inheritdoc />
    public override void Called(Int128 time, ulong target, ulong returnsTo)
    {
        Spend(time);
        if (_stack.Call(target, returnsTo))
            _function = _function.Callee(_stack.Top!);
    }

    /// <inheritdoc />
    public override void Returned(Int128 time, ulong target)
    {
        Spend(time);
        _stack.Return(target);
        Find();
    }

    /// <inheritdoc />
    public override void End(Int128 time) => Spend(time);

    /// <summary>Writes the profile.</summary>
    /// <exception cref="MemtiException"><see cref="RunCodes.NothingToProfile"/> or
    /// <see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public void Write(ProfileRequest request)
    {
        if (!HasCore)
            throw new MemtiException(
                new Diagnostic(
                    RunCodes.NothingToProfile, "there is nothing to profile: no processor executes firmware. Name a `processor`.")
                {
                    Key = "profile",
                });
        WholeFile.WriteOutput(request.File, Encoding.UTF8.GetBytes(Render(request.Measure)));
    }

    /// <summary>
    /// The profile as collapsed stacks, a line for each, ordered by name. Values are whole numbers; their sum is the rounded sum.
    /// </summary>
    public string Render(ProfileMeasure measure)
    {
        var lines = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        double exact = 0;
        long written = 0;
        foreach (ProfileNode node in _root.All.OrderBy(static node => node.Path, StringComparer.Ordinal))
        {
            exact += measure == ProfileMeasure.Energy ? node.Joules * 1e12 : (double)node.Picoseconds / 1000;
            // The rest of one line goes into the next, so that rounding does not add up.
            long value = (long)Math.Round(exact) - written;
            written += value;
            if (value > 0)
                lines.WriteLine($"{node.Path} {value}");
        }

        return lines.ToString();
    }

    private void Find()
    {
        _function = _root;
        for (int depth = 0; depth < _stack.Depth; depth++)
            _function = _function.Callee(_stack[depth]);
    }

    private void Spend(Int128 time)
    {
        if (!HasCore)
            return;
        ProfileNode node = Node();
        double energy = _totals.EnergyOf(_core).Joules;
        node.Picoseconds += time - _time;
        node.Joules += energy - _energy;
        (_time, _energy) = (time, energy);
    }

    private ProfileNode Node() => _state switch
    {
        PowerState.On or PowerState.Active when _executes => _function == _root ? _root.Callee("[unknown]") : _function,
        PowerState.On or PowerState.Active => _function.Callee("[waiting]"),
        PowerState.Waking => _root.Callee("[waking]"),
        PowerState.Retention => _root.Callee("[retention]"),
        _ => _root.Callee("[off]"),
    };
}
