using System.Reflection;
using IomSessions.Domain;
using IomSessions.Server.Hubs;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IomSessions.Server.Http;

/// <summary>The HTTP calls as an OpenAPI document, made from the calls themselves, and a page that shows it without any other host.</summary>
internal static class ApiDocument
{
    private const string Id = "^[0-9a-f]{32}$";
    private const string Seconds = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$";

    private static readonly HashSet<Type> Ids =
        [typeof(SessionId), typeof(PartyId), typeof(PersonId), typeof(RoomId), typeof(CircleId), typeof(DeviceId)];

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Exactly(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, stop) => await RefuseAsync(operation, context, stop));
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "IomSessions",
                Version = "1",
                Description = "What of a mediation session is not live. What is live goes over the hub: PROTOCOL.md.",
            };
            // whoever reads it knows the address; a host in it could only be wrong behind a proxy
            document.Servers = [];
            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapGet("/openapi", () => Page("page.html", "text/html; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/openapi/page.js", () => Page("page.js", "text/javascript; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/openapi/page.css", () => Page("page.css", "text/css; charset=utf-8")).ExcludeFromDescription();
    }

    /// <summary>Says what a call is for and what it answers with; the document says no more than the call does.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder call, string summary) => call.WithSummary(summary).Produces<T>();

    /// <inheritdoc cref="Answers{T}"/>
    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder call, string summary) =>
        call.WithSummary(summary).Produces(StatusCodes.Status204NoContent);

    private static IResult Page(string name, string type) =>
        Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream("Reference." + name)!, type);

    // ids, and times, are strings of one form: the framework cannot know it of types that are written by converters of our own
    private static void Exactly(OpenApiSchema schema, Type type)
    {
        var (bare, nullable) = Nullable.GetUnderlyingType(type) is { } under ? (under, JsonSchemaType.Null) : (type, default);
        if (Ids.Contains(bare))
        {
            (schema.Type, schema.Pattern) = (JsonSchemaType.String | nullable, Id);
        }
        else if (bare == typeof(DateTimeOffset))
        {
            (schema.Type, schema.Format, schema.Pattern) = (JsonSchemaType.String | nullable, "date-time", Seconds);
        }
        else if (type != typeof(BodySheet) && schema.Properties is { Count: > 0 })
        {
            schema.AdditionalPropertiesAllowed = false;
        }
    }

    private static async Task RefuseAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "Refused: a stable code, a sentence, and whether to try again.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(RefusalShown), null, stop) },
            },
        };
    }
}
