namespace Memti.Pages.Markup;

/// <summary>
/// Markup. Text becomes markup only through <see cref="Of(HtmlInterpolation)"/>, which escapes every value in it: a name from a scenario is
/// never a tag.
/// </summary>
internal readonly record struct Html
{
    private Html(string text) => Text = text;

    /// <summary>No markup.</summary>
    public static Html None { get; } = new("");

    /// <summary>The markup as text.</summary>
    public string Text
    {
        get => field ?? "";
        private init;
    }

    /// <summary>Markup with values, each escaped unless it is markup itself.</summary>
    public static Html Of(HtmlInterpolation markup) => new(markup.ToString());

    /// <summary>Markup that a part of the host has made, such as a drawing.</summary>
    public static Html Trusted(string markup) => new(markup);

    /// <summary>Pieces of markup in order.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(static piece => piece.Text)));

    /// <inheritdoc />
    public override string ToString() => Text;
}
