using System.Globalization;
using Memti.Abstractions.Diagnostics;

namespace Memti.Training.Datasets.Sources;

/// <summary>Options after the question mark of a source. Readers ask for those that they know; any other option is refused.</summary>
internal sealed class SourceQuery
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private readonly string _source;

    private SourceQuery(string source) => _source = source;

    public static SourceQuery Parse(string source, string text)
    {
        SourceQuery query = new(source);
        foreach (string option in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = option.Split('=', 2);
            if (sides.Length < 2 || !query._values.TryAdd(sides[0], sides[1]))
                throw query.Refused(option, sides.Length < 2 ? "key=value" : "each key once");
        }

        return query;
    }

    public int? Integer(string key, int minimum, int maximum)
    {
        if (Value(key) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= minimum && number <= maximum
            ? number
            : throw Refused($"{key}={text}", $"{key}={minimum} to {maximum}");
    }

    public double? Share(string key, double minimum, double maximum)
    {
        if (Value(key) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share)
            && share >= minimum
            && share <= maximum
            ? share
            : throw Refused($"{key}={text}", FormattableString.Invariant($"{key}={minimum} to {maximum}"));
    }

    public ulong? Seed(string key)
    {
        if (Value(key) is not { } text)
            return null;
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw Refused($"{key}={text}", $"{key}=0 to {ulong.MaxValue}");
    }

    public bool? Truth(string key) => Value(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        { } text => throw Refused($"{key}={text}", $"{key}=true or {key}=false"),
    };

    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadOption"/>: the first option that no reader asked for.</exception>
    public void RefuseOthers()
    {
        foreach (string key in _values.Keys.Where(key => !_known.Contains(key)))
            throw Refused(key, string.Join(", ", _known));
    }

    /// <summary>Creates the error about an option of this source.</summary>
    public MemtiException Refused(string option, string permitted) =>
        new(
            new Diagnostic(
                DiagnosticCode.BadOption, $"the source '{_source}' has the option '{option}', which is not taken; permitted: {permitted}.")
            {
                Key = option.Split('=')[0],
                Value = option,
                Permitted = permitted,
            });

    private string? Value(string key)
    {
        _known.Add(key);
        return _values.GetValueOrDefault(key);
    }
}
