using System.Globalization;

namespace Memti.Runs.Tests.Traces;

/// <summary>What a viewer makes of a value change dump: the values of each variable over time.</summary>
internal sealed class VcdWaves
{
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, List<(Int128 Time, string Value)>> _waves = [];

    public VcdWaves(string text)
    {
        var scopes = new Stack<string>();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = line.Split(' ');
            if (words[0] == "$scope")
                scopes.Push(words[2]);
            else if (words[0] == "$upscope")
                scopes.Pop();
            else if (words[0] == "$var")
                _names.Add(words[3], string.Join('.', scopes.Reverse().Skip(1).Append(words[4])));
            else if (line[0] == '#')
                Take(Int128.Parse(line[1..], CultureInfo.InvariantCulture));
            else if (line[0] != '$')
                Take(line);
        }

        scopes.ShouldBeEmpty();
    }

    /// <summary>The times in their order.</summary>
    public List<Int128> Times { get; } = [];

    /// <summary>The values of a variable: each with the time from which it holds.</summary>
    public IReadOnlyList<(Int128 Time, string Value)> this[string name] => _waves[name];

    /// <summary>Names of the variables of a scope.</summary>
    public IEnumerable<string> Of(string scope) => _waves.Keys.Where(name => name.StartsWith(scope + ".", StringComparison.Ordinal));

    /// <summary>How long a variable has each of its values.</summary>
    public Dictionary<string, Int128> Durations(string name)
    {
        var durations = new Dictionary<string, Int128>();
        IReadOnlyList<(Int128 Time, string Value)> wave = _waves[name];
        for (int place = 0; place < wave.Count; place++)
        {
            Int128 end = place + 1 < wave.Count ? wave[place + 1].Time : Times[^1];
            durations[wave[place].Value] = durations.GetValueOrDefault(wave[place].Value) + end - wave[place].Time;
        }

        return durations;
    }

    /// <summary>The energy at a moment: that of the last change, and power since then.</summary>
    public double JoulesAt(Int128 time)
    {
        (Int128 sampled, string joules) = Last("energy_j", time);
        return Number(joules) + (Number(Last("power_w", time).Value) * (double)(time - sampled) * 1e-12);
    }

    /// <summary>The last change of a variable up to a moment.</summary>
    public (Int128 Time, string Value) Last(string name, Int128 time) => _waves[name].Last(change => change.Time <= time);

    private static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);

    private void Take(Int128 time)
    {
        if (Times.Count > 0)
            time.ShouldBeGreaterThan(Times[^1]);
        Times.Add(time);
    }

    private void Take(string change)
    {
        bool isScalar = change[0] is '0' or '1';
        string[] parts = isScalar ? [change[..1], change[1..]] : change[1..].Split(' ');
        string name = _names[parts[1]];
        _waves.TryAdd(name, []);
        _waves[name].Add((Times[^1], parts[0]));
    }
}
