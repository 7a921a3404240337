using Memti.Plugins.RiscV.Execution;
using Memti.Plugins.RiscV.State;
using Memti.Plugins.RiscV.Translation;

namespace Memti.Plugins.RiscV.Cores;

/// <summary>Runs translated code where there is some, interprets the rest, and looks now and then at what is interpreted.</summary>
internal sealed unsafe class HotRun(CoreState* state, Interpreter interpreter, Translator translator)
{
    private long _interpreted;

    /// <summary>Executes instructions that begin before the limit. Returns early where the interpreter does.</summary>
    public void Advance()
    {
        NextStep step = translator.Run();
        if (step == NextStep.None)
            return;
        long before = state->Cycle;
        bool looks = _interpreted >= translator.Pace.SampleCycles;
        switch (step)
        {
            case NextStep.One: interpreter.Run(before + 1, block: false, through: true); break;
            case NextStep.ToLimit: interpreter.Run(state->Limit, block: false, through: true); break;
            default: Interpret(before, looks); break;
        }

        _interpreted = looks && step == NextStep.ToRegion ? 0 : _interpreted + state->Cycle - before;
    }

    private void Interpret(long cycle, bool looks)
    {
        interpreter.Run(looks ? state->Limit : Math.Min(state->Limit, cycle + translator.Pace.SampleCycles), block: looks, through: false);
        if (looks)
            translator.Sample();
    }
}
