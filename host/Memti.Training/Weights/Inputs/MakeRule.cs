using System.Text;

namespace Memti.Training.Weights.Inputs;

/// <summary>A dependency file, as compilers write it for Make.</summary>
public static class MakeRule
{
    /// <summary>The text of the file: a rule without a recipe, and an empty rule for each input.</summary>
    /// <param name="target">The file that depends on the inputs.</param>
    /// <param name="inputs">The inputs, as seen from the folder of the Makefile.</param>
    public static string Of(string target, IReadOnlyList<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(inputs);
        var text = new StringBuilder(Escaped(target)).Append(':');
        foreach (string input in inputs)
            text.Append(" \\\n  ").Append(Escaped(input));
        text.Append('\n');
        // Without a rule of its own, an input that is deleted later would stop Make with "no rule to make target".
        foreach (string input in inputs)
            text.Append('\n').Append(Escaped(input)).Append(":\n");
        return text.ToString();
    }

    private static string Escaped(string path) => path.Replace('\\', '/')
        .Replace("$", "$$", StringComparison.Ordinal)
        .Replace("#", "\\#", StringComparison.Ordinal)
        .Replace(" ", "\\ ", StringComparison.Ordinal)
        // A drive's colon stays; any other would part target from inputs.
        .Replace(":", "\\:", StringComparison.Ordinal);
}
