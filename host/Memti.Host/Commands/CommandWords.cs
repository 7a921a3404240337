using System.CommandLine;
using Memti.Host.Rendering;

namespace Memti.Host.Commands;

/// <summary>A command as it was given.</summary>
internal static class CommandWords
{
    /// <summary>The command as a shell takes it.</summary>
    public static string Of(ParseResult parsed) =>
        string.Join(' ', parsed.Tokens.Select(static token => ShellWord.Of(token.Value)).Prepend("memti"));
}
