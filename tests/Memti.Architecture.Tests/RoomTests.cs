using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memti.Architecture.Tests;

/// <summary>Folders are rooms: a namespace is a folder, and no two rooms need each other.</summary>
public sealed class RoomTests
{
    // The executable is named memti, its rooms Memti.Host; the plugin on libtorch is in no solution.
    public static IEnumerable<object[]> Rooms =>
    [
        .. Product.All.Select(static product => new object[] { product.Name, product.Folder }),
        ["Memti.Host", "host/Memti.Host"],
        ["Memti.Plugins.Torch", "plugins/torch"],
    ];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_namespace_is_a_folder(string root, string folder)
    {
        foreach (Source source in Sources(root, folder))
            source.Declared.ShouldBe(source.Expected, source.File);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Rooms_do_not_need_each_other_in_a_circle(string root, string folder)
    {
        Source[] sources = [.. Sources(root, folder).Where(static source => source.Declared is not null)];
        var arrows = new Dictionary<(string From, string To), string>();
        foreach (Source source in sources)
            foreach (string room in Needs(source, root, sources))
                arrows.TryAdd((source.Declared!, room), source.File);
        Circle(arrows).Select(arrow => $"{arrow.From} -> {arrow.To}: {arrows[arrow]}").ShouldBeEmpty();
    }

    private static IEnumerable<string> Needs(Source source, string root, Source[] sources)
    {
        string own = source.Declared!;
        IEnumerable<string> imported = source.Usings.Where(name => name == root || name.StartsWith(root + ".", StringComparison.Ordinal));

        // A room sees the types of the rooms around it without a using.
        IEnumerable<string> around = sources
            .Where(other => own.StartsWith(other.Declared + ".", StringComparison.Ordinal) && source.Names.Overlaps(other.Types))
            .Select(static other => other.Declared!);
        return imported.Concat(around).Where(room => room != own && sources.Any(other => other.Declared == room));
    }

    /// <summary>Arrows that form a circle; empty where there is none.</summary>
    private static List<(string From, string To)> Circle(Dictionary<(string From, string To), string> arrows)
    {
        HashSet<(string From, string To)> left = [.. arrows.Keys];

        // An arrow to a room that needs nothing is in no circle.
        while (left.RemoveWhere(arrow => !left.Any(next => next.From == arrow.To)) > 0)
        {
        }

        List<(string From, string To)> walk = [];
        while (left.Count > 0 && !walk.Any(arrow => walk[^1].To == arrow.From))
            walk.Add(left.First(arrow => walk.Count == 0 || arrow.From == walk[^1].To));
        return [.. walk.SkipWhile(arrow => arrow.From != walk[^1].To)];
    }

    private static IEnumerable<Source> Sources(string root, string folder)
    {
        string top = RepositoryFiles.Of(folder);
        return Directory.EnumerateFiles(top, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(top, file).Split('/', '\\').Intersect(["bin", "obj", "Memti.Tensors", "Memti.Trainers"]).Any())
            .Order(StringComparer.Ordinal)
            .Select(file => Read(root, top, file));
    }

    private static Source Read(string root, string top, string file)
    {
        var unit = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();
        BaseNamespaceDeclarationSyntax? room = unit.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
        string inside = Path.GetDirectoryName(Path.GetRelativePath(top, file))!.Replace('/', '.').Replace('\\', '.');
        string expected = inside.Length == 0 ? root : $"{root}.{inside}";
        return new Source(
            file,
            room is null ? null : expected,
            room?.Name.ToString(),
            [.. unit.Usings.Where(static line => line.Name is not null).Select(static line => line.Name!.ToString())],
            [.. room?.Members.OfType<BaseTypeDeclarationSyntax>().Select(static type => type.Identifier.Text) ?? []],
            [.. unit.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsFirst).Select(static name => name.Identifier.Text)]);
    }

    private static bool IsFirst(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name != name,
        QualifiedNameSyntax qualified => qualified.Right != name,
        _ => true,
    };

    private sealed record Source(
        string File, string? Expected, string? Declared, string[] Usings, string[] Types, HashSet<string> Names);
}
