namespace Memti.Host.Rendering;

/// <summary>A word of a command line as a POSIX shell reads it back.</summary>
internal static class ShellWord
{
    /// <summary>The word, in single quotes unless it is made of letters, digits and signs without a meaning.</summary>
    public static string Of(string word) => word.Length > 0 && word.All(IsPlain)
        ? word
        : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static bool IsPlain(char sign) =>
        char.IsAsciiLetterOrDigit(sign) || "-_./=:,@%+".Contains(sign, StringComparison.Ordinal);
}
