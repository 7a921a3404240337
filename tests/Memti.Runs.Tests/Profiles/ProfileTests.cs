using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Profiles;
using Memti.Runs.Tests.Traces;
using Memti.Simulation.Executables;
using Memti.Simulation.PowerStates;

namespace Memti.Runs.Tests.Profiles;

public sealed class ProfileTests
{
    private const int Core = 2;

    private static readonly SymbolTable Symbols = new([new("main", 0x100, 0x40), new("infer", 0x200, 0x40), new("trap", 0x300, 0x40)]);

    private readonly ProfileRecorder _profile = new(Symbols);

    [Fact]
    public void Time_lies_in_the_function_that_spends_it_and_off_and_waiting_have_names_of_their_own()
    {
        Play();

        _profile.Render(ProfileMeasure.Time).ShouldBe(
            """
            [off] 5000
            [waking] 500
            main 1100
            main;[waiting] 3000
            main;infer 300
            main;infer;trap 100

            """);
    }

    [Fact]
    public void Energy_adds_up_to_that_of_the_core()
    {
        ScriptedMachine machine = Play();

        string[] lines = _profile.Render(ProfileMeasure.Energy).TrimEnd().Split('\n');
        lines.ShouldContain("main;infer 450000");
        lines.Sum(static line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))
            .ShouldBe(machine.EnergyOf(Core).Joules * 1e12, 1);
    }

    [Fact]
    public void Rounding_does_not_add_up()
    {
        var machine = new ScriptedMachine(_profile);
        machine.Say(static (hears, now) => hears.Restarted(now, 0x100)).Execute(true);
        for (ulong call = 0; call < 100; call++)
        {
            machine.Say((hears, now) => hears.Called(now, 0x1000 + call, 0x104));
            machine.At(machine.Now + 1_500).Say(static (hears, now) => hears.Returned(now, 0x104));
        }

        machine.Finish(machine.Now);

        _profile.Render(ProfileMeasure.Time).TrimEnd().Split('\n')
            .Sum(static line => int.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))
            .ShouldBe(150);
    }

    [Fact]
    public void A_design_without_a_core_has_nothing_to_profile()
    {
        _profile.Begin(ScriptedMachine.Names with { Core = -1 }, new ScriptedMachine(new ProfileRecorder(null)));
        _profile.End(1_000);

        Should.Throw<MemtiException>(() => _profile.Write(new ProfileRequest("never")))
            .Diagnostic.Code.ShouldBe(RunCodes.NothingToProfile);
    }

    private ScriptedMachine Play()
    {
        var machine = new ScriptedMachine(_profile);
        machine
            .Say(static (hears, now) => hears.Restarted(now, 0x100))
            .Execute(true)
            .At(1_000_000).Say(static (hears, now) => hears.Called(now, 0x200, 0x110))
            .At(1_200_000).Say(static (hears, now) => hears.Called(now, 0x300, 0x220))
            .At(1_300_000).Say(static (hears, now) => hears.Returned(now, 0x220))
            .At(1_400_000).Say(static (hears, now) => hears.Returned(now, 0x110))
            .At(1_450_000).Execute(false)
            .At(4_450_000).Execute(true)
            .At(4_500_000).Execute(false).Enter(Core, PowerState.Off)
            .At(9_500_000).Enter(Core, PowerState.Waking, 500_000)
            .At(10_000_000).Enter(Core, PowerState.On)
            .Finish(10_000_000);
        return machine;
    }
}
