using System.CommandLine;
using System.CommandLine.Parsing;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;

namespace Memti.Host.Commands;

/// <summary>An option whose values are the words of an enum, as in scenarios.</summary>
internal interface IWordOption
{
    /// <summary>The words.</summary>
    EnumWords Words { get; }
}

/// <summary>An option whose values are the words of an enum, as in scenarios.</summary>
/// <typeparam name="T">The enum, a nullable of it, or an array of it.</typeparam>
internal sealed class WordOption<T> : Option<T>, IWordOption
{
    internal WordOption(string name, EnumWords words, Func<ArgumentResult, T> parser, params string[] aliases)
        : base(name, aliases)
    {
        Words = words;
        HelpName = string.Join('|', words.All);
        CompletionSources.Add([.. words.All]);
        CustomParser = parser;
    }

    public EnumWords Words { get; }
}

/// <summary>Creates such options, and reports values in former spellings.</summary>
internal static class WordOption
{
    /// <summary>Creates an option for one word.</summary>
    public static WordOption<T> One<T>(string name, T fallback, params string[] aliases)
        where T : struct, Enum
    {
        EnumWords words = new(typeof(T));
        return new WordOption<T>(name, words, result => Parse(result, words, result.Tokens[0], fallback), aliases)
        {
            DefaultValueFactory = _ => fallback
        };
    }

    /// <summary>Creates an optional option for one word.</summary>
    public static WordOption<T?> Maybe<T>(string name, params string[] aliases)
        where T : struct, Enum
    {
        EnumWords words = new(typeof(T));
        return new WordOption<T?>(name, words, result => Parse(result, words, result.Tokens[0], default(T)), aliases);
    }

    /// <summary>Creates an option for several words.</summary>
    public static WordOption<T[]> Many<T>(string name)
        where T : struct, Enum
    {
        EnumWords words = new(typeof(T));
        return new WordOption<T[]>(name, words, result => [.. result.Tokens.Select(token => Parse(result, words, token, default(T)))])
        {
            AllowMultipleArgumentsPerToken = true
        };
    }

    /// <summary>Prints a notice for each word of the command line in a former spelling.</summary>
    public static void PrintFormerSpellings(ParseResult parsed, TextWriter writer)
    {
        foreach (OptionResult option in parsed.CommandResult.Children.OfType<OptionResult>())
            if (option.Option is IWordOption { Words: var words })
                foreach (Token token in option.Tokens)
                    if (words.Find(token.Value, out string? word) is not null && word != token.Value)
                        writer.WriteLine(Notice(option.Option.Name, token.Value, word!));
    }

    private static T Parse<T>(ArgumentResult result, EnumWords words, Token token, T fallback)
        where T : struct, Enum
    {
        if (words.Find(token.Value, out _) is T member)
            return member;
        result.AddError(
            $"{((OptionResult)result.Parent!).Option.Name} '{token.Value}' is not known; permitted: {string.Join(", ", words.All)}.");
        return fallback;
    }

    /// <summary>The notice of a word in a former spelling.</summary>
    public static Diagnostic Notice(string option, string written, string word) =>
        new(DiagnosticCode.FormerSpelling, $"{option}: '{written}' is a former spelling, and is taken; write `{word}`.")
        {
            Severity = Severity.Message,
            Key = option,
            Value = written,
            Permitted = word,
        };
}
