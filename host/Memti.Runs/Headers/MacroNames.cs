using System.Globalization;

namespace Memti.Runs.Headers;

/// <summary>Names of macros: upper-case letters, digits and underscores. Two names that would be one are told apart by a number.</summary>
internal sealed class MacroNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A name of the scenario as part of a macro.</summary>
    public static string Of(string name) =>
        string.Concat(name.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'));

    /// <summary>A name that this list has not given yet.</summary>
    public string Take(string name)
    {
        string wanted = Of(name);
        string given = wanted;
        for (int number = 2; !_taken.Add(given); number++)
            given = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{number}");
        return given;
    }
}
