using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Memti.Abstractions.Units;
using Memti.Runs.Profiles;
using Memti.Runs.Traces;

namespace Memti.Host.Commands;

/// <summary>Options of <c>memti run</c> that look into the run of one design.</summary>
internal static class RunViewOptions
{
    private static readonly (string Unit, double Picoseconds)[] Units =
        [("ps", 1), ("ns", 1e3), ("us", 1e6), ("ms", 1e9), ("min", 60e12), ("s", 1e12), ("h", 3600e12), ("d", 86_400e12)];

    private static readonly Option<string?> Trace = Checked(
        new Option<string?>("--trace")
        {
            Description = "Write what happens in one design (--design) to a file. The ending chooses the form: FILE.vcd, waves for "
                + "GTKWave; FILE.perfetto-trace, a timeline for ui.perfetto.dev; FILE.csv, a line per frame with times and energies. See "
                + "docs/traces.md. Example: --design memti --trace run.vcd --trace-from 10s --trace-for 100ms",
            HelpName = "FILE",
        },
        RequireFormat);

    private static readonly Option<SimTime?> From = Checked(
        Time("--trace-from", "Simulated time at which --trace begins, such as 0.5s, 10ms or 250us. Default: 0s, the start of the run"),
        static result => Require(result, Trace));

    private static readonly Option<SimTime?> For = Checked(
        Time("--trace-for", "Simulated time that --trace shows. Default: 1s"), static result => Require(result, Trace));

    private static readonly Option<string?> Profile = new("--profile")
    {
        Description = "Write where the firmware of one design (--design) spends energy or time, by function, as collapsed stacks: a line "
            + "`main;infer;write_layer 1250` for each chain of calls, as flamegraph.pl and speedscope.app read them. Needs a processor "
            + "and an ELF file, as in --design c --profile node.folded",
        HelpName = "FILE",
    };

    private static readonly Option<ProfileMeasure> By = Checked(
        Described(WordOption.One("--profile-by", ProfileMeasure.Energy)), static result => Require(result, Profile));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All => [Trace, From, For, Profile, By];

    /// <summary>The trace that is asked for; null for none.</summary>
    public static TraceRequest? TraceOf(ParseResult parsed) => parsed.GetValue(Trace) is { } file
        ? new TraceRequest
        {
            File = file,
            From = parsed.GetValue(From) ?? SimTime.Zero,
            For = parsed.GetValue(For) ?? TraceRequest.DefaultLength,
        }
        : null;

    /// <summary>The profile that is asked for; null for none.</summary>
    public static ProfileRequest? ProfileOf(ParseResult parsed) =>
        parsed.GetValue(Profile) is { } file ? new ProfileRequest(file, parsed.GetValue(By)) : null;

    private static WordOption<ProfileMeasure> Described(WordOption<ProfileMeasure> option)
    {
        option.Description = "What --profile counts: energy, the core's energy in pJ; time, simulated time in ns.";
        return option;
    }

    private static T Checked<T>(T option, Action<OptionResult> check)
        where T : Option
    {
        option.Validators.Add(check);
        return option;
    }

    private static void RequireFormat(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>() is { } file && TraceRequest.FormatOf(file) is null)
            result.AddError($"--trace '{file}' does not say what to write; permitted endings: {string.Join(", ", TraceRequest.Endings)}.");
    }

    private static void Require(OptionResult result, Option other)
    {
        if (!result.Implicit && result.GetResult(other) is null)
            result.AddError($"{result.Option.Name} says more about {other.Name}, which is missing.");
    }

    private static Option<SimTime?> Time(string name, string description) => new(name)
    {
        Description = description + ". Units: ps, ns, us, ms, s, min, h, d.",
        HelpName = "TIME",
        CustomParser = static result => Parse(result),
    };

    private static SimTime? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        foreach ((string unit, double picoseconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal) && Number(text[..^unit.Length]) is { } number)
                return Within(result, number * picoseconds);
        }

        result.AddError($"'{text}' is not a time; write a number with its unit, such as 0.5s, 10ms or 250us.");
        return null;
    }

    private static SimTime? Within(ArgumentResult result, double picoseconds)
    {
        if (picoseconds is >= 0 and < long.MaxValue)
            return SimTime.FromPicoseconds((long)Math.Round(picoseconds));
        result.AddError($"'{result.Tokens[0].Value}' is out of range; permitted: 0s to 106d.");
        return null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value)
            ? value
            : null;
}
