"""Spanish."""

from __future__ import annotations

from jobglot.language import DeadlineWords, GenderedTitles, Language, NoticeHeads, NoticeWords, OtherEditions

LANGUAGE = Language(
    length=1.15,
    new_site={"board": "Empleos Ejemplo", "health": "Salud", "technology": "Tecnología", "brussels": "Bruselas"},
    # As browsers have it; Babel knows CLDR's lists but not this rule of ICU's.
    contracting=r"(?<= )(y) (?=(?:[Hh]?[IÍií])(?![aeoáéó]))",
    contracted={"y": "e "},
    stop_words="""
        al algo algun alguna algunas alguno algunos ambos ante antes aquel aquella asi aun aunque bajo bien cada como
        con contra cual cuales cualquier cuando cuyo de del desde donde dos durante el ella ellas ellos en entre era
        eres es esa esas ese eso esos esta estaba estado estan estar estas este esto estos fue fueron ha haber habia
        hacer hacia han has hasta hay he la las le les lo los mas me mediante mi mis mismo mucho muy nada ni no nos
        nosotros nuestra nuestras nuestro nuestros otra otras otro otros para pero poco por porque puede pueden puedes
        pues que quien quienes ser sera seran si sido sin sobre sois solo somos son su sus tal tambien tan tanto te
        tendra tener tenga tiene tienen todo toda todas todos tras tu tus un una unas uno unos usted ustedes vosotros
        ya yo
        ano anos buscamos busca candidata candidatas candidato candidatos candidatura candidaturas competencias
        conocimiento conocimientos dia dias empleo empresa equipo equipos experiencia funciones habilidades horas
        imprescindible mes meses necesita oferta ofertas ofrecemos perfil persona plaza puesto puestos requisito
        requisitos responsabilidades salario solicitud tareas trabajar trabajo valorable vacante ora oras dora doras
        """,
    elided="a o y",
    feminine={"(...)eras?$": r"\1ero"},
    months="""
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        ene feb - abr - jun jul ago sep oct nov dic
        - - - - - - - - setiembre - - -
        - - - - - - - - sept - - -
        """,
    weekdays="lunes martes miércoles jueves viernes sábado domingo",
    before_day="el",
    of_month="de del",
    ordinal="º ª .º",
    numbers="""
        0 cero|ningun|ninguna  1 un|una|uno|primer|primera|primero
        2 dos|doble|segundo|segunda|medio|media|mitad|par  3 tres|tercer|tercera|tercero|tercio
        4 cuatro|cuarto|cuarta  5 cinco|quinto|quinta  6 seis|sexto|sexta  7 siete|septimo  8 ocho|octavo  9 nueve
        10 diez|decena  11 once  12 doce|docena  13 trece  14 catorce  15 quince  16 dieciseis  17 diecisiete
        18 dieciocho  19 diecinueve  20 veinte|veintena  30 treinta  40 cuarenta  50 cincuenta  60 sesenta
        70 setenta  80 ochenta  90 noventa  100 cien|ciento|centenar  1000 mil|miles
        """,
    tens_and_ones="{ten} y {one}|{te}i{one}",
    percent="por ciento",
    multiples={"millones|millón": 1_000_000},
    money={"euros?": "EUR", "dólar(?:es)?": "", "libras?": "", "francos?": ""},
    deadlines=DeadlineWords(
        label="fecha límite|fecha de cierre|cierre|plazo|último día",
        until="a más tardar(?: el)?|antes del?(?: día)?|hasta el(?: día)?",
        before="antes",
        applying=r"candidat|solicitud|postul|\bcv\b|currícul|inscri|\benv[ií]|presentar",
        otherwise="entrevista|incorpora|inicio|comienz|empez|disponib|contrato|proyecto|informe|entrega|nacid",
    ),
    other_editions=OtherEditions(
        names={
            "en": "inglesa",
            "fr": "francesa",
            "es": "española",
            "nl": "neerlandesa",
            "de": "alemana",
            "ar": "árabe",
            "it": "italiana",
            "pt": "portuguesa",
            "ca": "catalana",
            "pl": "polaca",
            "uk": "ucraniana",
            "zh": "china",
        },
        sending=(
            r"\b(?:véase|vea|ver|consulte|consultar|leer|lea)\s+(?:también\s+)?"
            r"(?P<it>la versión (?P<name>{names}))"
        ),
        hints="versión",
    ),
    gendered_titles=GenderedTitles(
        pattern=(
            r"^(?:\w+(?:ador|adora|edor|edora|idor|idora|ctor|ctora|itor|itora|ogo|oga|ero|era|ario|aria)|"
            "abogado|abogada|tecnico|tecnica|medico|medica|administrativo|administrativa|encargado|encargada|"
            "empleado|empleada|asesor|asesora|profesor|profesora|licenciado|licenciada|arquitecto|arquitecta|"
            r"mecanico|mecanica|becario|becaria|maestro|maestra|cientifico|cientifica|analisto)\b"
        ),
        remedy="write both, such as “Ingeniero/a” or “Técnica o técnico”",
    ),
    generic_titles="""
        administrador agente analista aprendiz asesor asistente auxiliar ayudante becario consultor coordinador
        director empleado empleo encargado especialista experto gerente gestor ingeniero jefe oferta operario plaza
        practicas puesto responsable secretario tecnico trabajo vacante voluntario
        """,
    around_titles="el la un una de oferta se busca empleo tiempo completo",
    offers="oferta",
    vague_links=(
        "aquí|aqui|haga clic aquí|haz clic aquí|pulse aquí|este enlace|enlace|el enlace|esta página|"
        "sitio|sitio web|más|ver más|leer más|más información|página"
    ),
    may_double="",
    to_fill=r"por completar\b",
    fill_in="insertar|completar|por completar",
    vague_pay=(
        r"\b(?:salario|sueldo|remuneración|retribución) (?:competitiv[oa]|atractiv[oa]|a convenir|"
        "según (?:valía|experiencia|convenio|perfil))"
    ),
    pay="salario sueldo remuneración retribución",
    counted="""
        1 un  2 dos  3 tres  4 cuatro  5 cinco  6 seis  7 siete  8 ocho  9 nueve  10 diez  11 once  12 doce
        18 dieciocho
        """,
    lengths="1 mes|meses  12 ano|anos",
    employment_types="""
        full_time: tiempo completo|jornada completa
        part_time: tiempo parcial|media jornada|jornada parcial
        contractor: autonomo
        temporary: temporal
        intern: practicas|becario
        volunteer: voluntario|voluntariado
        """,
    contracts="""
        permanent: indefinido|fijo
        service: contrato de servicios|prestacion de servicios
        secondment: comision de servicio
        internship: practicas
        fixed_term: temporal|duracion determinada
        """,
    remote="""
        hybrid: hibrido|teletrabajo parcial
        full: teletrabajo|a distancia|remoto
        no: presencial
        """,
    periods="""
        hour: hora
        day: dia|diario|diaria
        week: semana|semanal
        month: mes|mensual|mensuales
        year: ano|anual|anuales
        """,
    flags="""
        true: si
        false: no
        """,
    currencies="EUR: euro|euros",
    open_ended="hasta cubrir|hasta cubrir la plaza|abierto",
    notices=NoticeWords(
        deadline="fecha limite|fecha de cierre",
        until="a mas tardar|hasta el|antes d",
        at_the_latest="a mas tardar",
        applying=r"\bsolicit|\bcandidat|\bpostul|\binscri|\benvi(?:ad|ar)|\bcv\b",
        until_filled="hasta (?:que se cubra|cubrir) (?:la plaza|el puesto)",
        asking="pregunta|consulta",
        contract="contrat",
        experience="experien",
        probation="periodo de prueba",
        other_lengths="prueba",
        renewal="prorrog|renova[bv]|prolong|extension",
        not_renewed=r"\b(?:no|sin)\b{gap}(?:prorrog|renov|prolong|exten)",
        at_least="minimo|al menos",
        pay=r"salar|sueldo|retribuci|remunerac|\bbruto",
        not_pay="seguro|reten",
        hours="horas?",
        weekly="semanal|por semana",
        days="dias?",
        leave="vacaciones",
        starting="a partir|inici",
        by_post=r"por correo(?: postal|\s*:)",
        condition="pendiente|sujet[oa] a",
        audience="para",
        up_to="hasta",
        from_="desde|a partir de|al menos",
        most="max(?:imo)?",
        least="min(?:imo)?",
        to="a",
        and_="y",
    ),
    heads=NoticeHeads(
        kinds="oferta de empleo|convocatoria",
        units="departamento|direccion|unidad",
    ),
    labels="""
        title: puesto|título|título del puesto|cargo|nombre del puesto
        organization: organización|empleador|empresa|institución|entidad|organismo
        department: departamento|división|dirección|unidad|servicio|área
        locations: ubicación|lugar|lugar de trabajo|lugar de destino|localidad|ciudad|destino
        categories: categoría|categorías|área profesional
        industry: industria|sector|sector de actividad|rubro
        employment_type: tipo de trabajo|tipo de empleo|jornada|jornada laboral|horario|dedicación
        contract: contrato|tipo de contrato|modalidad de contratación
        duration: duración|duración del contrato
        salary: salario|sueldo|remuneración|retribución|salario bruto
        grade: grado|nivel|categoría salarial
        clearance: habilitación de seguridad|nivel de habilitación
        reference: referencia|ref|número de referencia|código de la vacante
        deadline: plazo|fecha límite|fecha de cierre|fecha de vencimiento|plazo de presentación|cierre
        posted: publicado|fecha de publicación|publicado el
        updated: día de actualización|actualizado|última actualización|fecha de actualización
        opens: fecha de apertura
        starts: fecha de inicio|inicio|fecha de incorporación|incorporación
        positions: número de puestos|plazas|vacantes
        remote: teletrabajo|modalidad|modalidad de trabajo
        source: fuente|enlace
        apply: postular|cómo postular|solicitar|inscripción
        contact: contacto|persona de contacto
        experience: experiencia requerida|años de experiencia
        offer: tipo de oferta|condiciones de la oferta
        """,
    sections="""
        body: contenido de trabajo|descripción|descripción del puesto|contenido
        mission: La misión|descripción de la misión
        tasks: Funciones|responsabilidades|tareas|funciones principales
        project: El proyecto|contexto|descripción del proyecto
        profile: Perfil|requisitos|perfil buscado|perfil deseado
        education: Formación|estudios
        practice: Experiencia
        languages: Idiomas
        skills: Competencias|habilidades
        conditions: Contrato y condiciones|condiciones|ofrecemos|beneficios
        process: Candidatura y proceso de selección|cómo postular|proceso de selección
        criteria: Criterios de selección|criterios
        more: Información adicional|otra información|información complementaria
        about: Quiénes somos|sobre nosotros
        """,
)
