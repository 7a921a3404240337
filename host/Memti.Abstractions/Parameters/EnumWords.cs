using System.Reflection;
using System.Text.Json;

namespace Memti.Abstractions.Parameters;

/// <summary>The words of an enum, one per member. Scenarios, cell files, reports and the command line share them.</summary>
public sealed class EnumWords
{
    private readonly string[] _members;
    private readonly bool _takesFormer;

    /// <summary>Reads the words of an enum type.</summary>
    /// <exception cref="ArgumentException">The type is not an enum.</exception>
    public EnumWords(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Type = type;
        // Names in the order of their values, the same as the words.
        _members = Enum.GetNames(type);
        _takesFormer = type.IsDefined(typeof(FormerSpellingsAttribute));
        All = [.. _members.Select(member => WordOf(type, member))];
    }

    /// <summary>The enum.</summary>
    public Type Type { get; }

    /// <summary>The words in the order of the members.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The word of a member.</summary>
    /// <exception cref="ArgumentException">The value is not a member.</exception>
    public static string Of<T>(T member)
        where T : struct, Enum => new EnumWords(typeof(T)).Word(member);

    /// <summary>The word of a member of <see cref="Type"/>.</summary>
    /// <exception cref="ArgumentException">The value is not a member.</exception>
    public string Word(object member) => Enum.GetName(Type, member) is { } name
        ? All[Array.IndexOf(_members, name)]
        : throw new ArgumentException($"{member} is not a member of {Type.Name}.", nameof(member));

    /// <summary>Finds the member of a word; null for any other text.</summary>
    /// <param name="text">A word, or a former spelling where the enum accepts those.</param>
    /// <param name="word">The current spelling; differs from <paramref name="text"/> for a former one.</param>
    public object? Find(string text, out string? word)
    {
        ArgumentNullException.ThrowIfNull(text);
        int index = All.ToList().IndexOf(text);
        if (index < 0 && _takesFormer)
            index = All.ToList().FindIndex(known => Bare(known) == Bare(text));
        word = index < 0 ? null : All[index];
        return index < 0 ? null : Enum.Parse(Type, _members[index]);
    }

    private static string WordOf(Type type, string member) =>
        type.GetField(member)?.GetCustomAttribute<WordAttribute>()?.Word ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(member);

    private static string Bare(string word) =>
        string.Concat(word.Where(static letter => letter is not ('-' or '_'))).ToUpperInvariant();
}
